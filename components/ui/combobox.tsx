import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { ComboboxOption } from './combobox-option.tsx';

/** A long list helps nobody: so many at most are shown, the rest is counted and found by typing. */
const most = 50;

interface ComboboxProps {
  label: string;
  /** What is shown while nothing is chosen. */
  placeholder: string;
  /** The name of what is chosen, or nothing. */
  value: string;
  /** @returns what somebody may choose who has typed this. Asked only while the list is open. */
  offer: (typed: string, most: number) => { shown: readonly { id: string; name: string }[]; more: number };
  /** Null where the choice was taken back. */
  onChoose: (option: { id: string; name: string } | null) => void;
}

/**
 * A text field with a list of what fits, by keyboard as in the ARIA practices: arrows, Enter, Escape
 * (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/).
 */
export function Combobox({ label, placeholder, value, offer, onChoose }: ComboboxProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const open = useSignal(false);
  /** What was typed since the list opened; null until then, when everything is on offer. */
  const typed = useSignal<string | null>(null);
  const active = useSignal(-1);
  const { shown, more } = open.value ? offer(typed.value ?? '', most) : { shown: [], more: 0 };
  const option = shown[active.value];

  useEffect(() => {
    const list = input.current?.getRootNode() as ShadowRoot | Document | undefined;
    if (option) list?.getElementById(`${id}-${active.value}`)?.scrollIntoView({ block: 'nearest' });
  }, [active.value, option]);

  const close = () => {
    open.value = false;
    typed.value = null;
    active.value = -1;
  };
  const choose = (chosen: { id: string; name: string } | null) => {
    onChoose(chosen);
    close();
  };
  const step = (by: number) => {
    const start = active.value < 0 && by < 0 ? 0 : active.value;
    active.value = shown.length === 0 ? -1 : (start + by + shown.length) % shown.length;
  };

  function onKeyDown(event: KeyboardEvent): void {
    if (!event.isTrusted) return;
    const acts: Record<string, () => void> = {
      ArrowDown: () => (open.value ? step(1) : show()),
      ArrowUp: () => (open.value ? step(-1) : show()),
      Enter: () => {
        const only = shown.length === 1 ? shown[0] : undefined;
        if (option ?? only) choose(option ?? only ?? null);
        else if (typed.value === '') choose(null);
      },
      // The list closes, not the panel around it.
      ...(open.value ? { Escape: close } : {}),
    };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  function show(): void {
    open.value = true;
  }

  function onBlur(): void {
    // What was emptied was meant to be empty; half a word was not meant at all.
    if (typed.value === '' && value) choose(null);
    else close();
  }

  return (
    <div class={`combobox ${value ? 'combobox-chosen' : ''}`}>
      <label class="combobox-field">
        <span class="combobox-label" aria-hidden="true">
          {label}
        </span>
        <input
          ref={input}
          type="text"
          role="combobox"
          aria-label={label}
          aria-expanded={open.value}
          aria-controls={open.value ? `${id}-list` : undefined}
          aria-autocomplete="list"
          aria-activedescendant={option ? `${id}-${active.value}` : undefined}
          autocomplete="off"
          spellcheck={false}
          placeholder={placeholder}
          value={typed.value ?? value}
          onClick={(event) => {
            if (event.isTrusted) show();
          }}
          onFocus={() => input.current?.select()}
          onInput={(event) => {
            typed.value = event.currentTarget.value;
            active.value = -1;
            show();
          }}
          onKeyDown={onKeyDown}
          onBlur={onBlur}
        />
      </label>
      {open.value && (
        <div class="combobox-popup">
          <div id={`${id}-list`} class="combobox-list" role="listbox" aria-label={label}>
            {shown.map((one, index) => (
              <ComboboxOption
                key={one.id}
                id={`${id}-${index}`}
                name={one.name}
                active={index === active.value}
                chosen={one.name === value}
                onChoose={() => choose(one)}
              />
            ))}
          </div>
          {shown.length === 0 && <p class="combobox-note">{i18n.t('find.noOption')}</p>}
          {more > 0 && <p class="combobox-note">{i18n.t('find.moreOptions', more)}</p>}
        </div>
      )}
      {value && (
        <button
          type="button"
          class="combobox-clear"
          aria-label={i18n.t('find.clearFilter', [label])}
          onClick={(event) => {
            if (!event.isTrusted) return;
            choose(null);
            input.current?.focus();
          }}
        >
          <span aria-hidden="true">×</span>
        </button>
      )}
    </div>
  );
}
