import { i18n } from '#i18n';
import { Logo } from '../ui/logo.tsx';
import { Panel } from './panel.tsx';
import type { PanelModel } from './panel-model.ts';

/** The slim tab at the right edge of the page and, once it is open, the drawer. */
export function PanelApp({ model }: { model: PanelModel }) {
  let before: Element | null = null;
  const open = () => {
    before = document.activeElement;
    model.show();
  };
  const close = () => {
    model.hide();
    if (before instanceof HTMLElement) before.focus();
  };
  return (
    <div class="root">
      <button
        type="button"
        class="edge-tab"
        aria-expanded={model.open.value}
        aria-label={i18n.t('panel.open')}
        title={i18n.t('panel.open')}
        onClick={(event) => {
          if (!event.isTrusted) return;
          if (model.open.value) close();
          else open();
        }}
      >
        <Logo />
      </button>
      {model.open.value && <Panel model={model} onClose={close} />}
    </div>
  );
}
