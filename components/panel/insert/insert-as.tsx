import { useSignal } from '@preact/signals';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Form } from '../../../utils/settings/form.ts';
import { forms } from '../../../utils/settings/form.ts';
import { Icon } from '../../ui/icons.tsx';

interface InsertAsProps {
  form: Form;
  onChoose: (form: Form) => void;
}

/** The menu beside *Insert*: as a table, as a list, or as links in the running text. */
export function InsertAs({ form, onChoose }: InsertAsProps) {
  const open = useSignal(false);
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const id = useId();
  const items = () => [...(menu.current?.querySelectorAll<HTMLElement>('[role=menuitemradio]') ?? [])];
  useLayoutEffect(() => {
    if (open.value) items()[forms.indexOf(form)]?.focus();
  }, [open.value]);

  function close(): void {
    open.value = false;
    button.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (!event.isTrusted) return;
    const all = items();
    const at = all.indexOf(event.target as HTMLElement);
    const next = {
      ArrowDown: (at + 1) % all.length,
      ArrowUp: (at + all.length - 1) % all.length,
      Home: 0,
      End: all.length - 1,
    }[event.key];
    if (next === undefined && event.key !== 'Escape') return;
    event.preventDefault();
    // Escape is for the menu here, and not for the panel.
    event.stopPropagation();
    if (next === undefined) close();
    else all[next]?.focus();
  }

  return (
    <span
      class="menu-anchor"
      onFocusOut={({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) open.value = false;
      }}
    >
      <button
        ref={button}
        type="button"
        class="button button-primary menu-button"
        aria-label={i18n.t('panel.insertAs')}
        title={i18n.t('panel.insertAs')}
        aria-haspopup="menu"
        aria-expanded={open.value}
        aria-controls={open.value ? id : undefined}
        onClick={(event) => {
          if (event.isTrusted) open.value = !open.value;
        }}
      >
        <Icon name="chevron" />
      </button>
      {open.value && (
        <div
          ref={menu}
          id={id}
          class="menu"
          role="menu"
          aria-label={i18n.t('panel.insertAs')}
          onKeyDown={onKeyDown}
        >
          {forms.map((one) => (
            <button
              key={one}
              type="button"
              class="menu-item"
              role="menuitemradio"
              aria-label={i18n.t(`panel.form.${one}`)}
              aria-describedby={`${id}-${one}`}
              aria-checked={one === form}
              tabIndex={-1}
              onClick={(event) => {
                if (!event.isTrusted) return;
                close();
                onChoose(one);
              }}
            >
              <span class="menu-check">{one === form && <Icon name="check" />}</span>
              <span>
                {i18n.t(`panel.form.${one}`)}
                <span id={`${id}-${one}`} class="muted menu-hint">
                  {i18n.t(`panel.formHint.${one}`)}
                </span>
              </span>
            </button>
          ))}
        </div>
      )}
    </span>
  );
}
