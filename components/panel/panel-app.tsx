import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { Logo } from '../ui/logo.tsx';
import { Panel } from './panel.tsx';
import type { PanelModel } from './panel-model.ts';

/** The slim tab at the right edge of the page and, once it is open, the drawer. */
export function PanelApp({ model }: { model: PanelModel }) {
  const tab = useRef<HTMLButtonElement>(null);
  /** Where the person was, in the editor most likely: there the focus goes back. */
  const before = useRef<HTMLElement | null>(null);
  const open = model.open.value;
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && !open) (before.current?.isConnected ? before.current : tab.current)?.focus();
    wasOpen.current = open;
  }, [open]);
  return (
    <div class="root">
      <button
        ref={tab}
        type="button"
        class="edge-tab"
        aria-expanded={open}
        aria-label={i18n.t('panel.open')}
        title={i18n.t('panel.open')}
        onPointerDown={() => {
          const { activeElement } = document;
          before.current =
            activeElement instanceof HTMLElement && activeElement !== document.body ? activeElement : null;
        }}
        onClick={(event) => {
          if (!event.isTrusted) return;
          if (open) model.hide();
          else model.show();
        }}
      >
        <Logo />
      </button>
      {open && <Panel model={model} onClose={model.hide} />}
    </div>
  );
}
