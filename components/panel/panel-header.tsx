import { i18n } from '#i18n';
import { formatInstant } from '../../utils/bookings/time.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Logo } from '../ui/logo.tsx';
import { displayLocale, ownZone } from './locale.ts';
import type { PanelModel } from './panel-model.ts';

/** Title, how fresh the list is, and what concerns the panel as a whole. */
export function PanelHeader({ model, onClose }: { model: PanelModel; onClose: () => void }) {
  const state = model.bookings.state.value;
  return (
    <header class="panel-header">
      <Logo />
      <h2 class="panel-title">{i18n.t('panel.title')}</h2>
      {state.kind === 'ready' && (
        <span class="muted">
          {i18n.t('panel.updated', [formatInstant(state.retrievedAt, ownZone(), displayLocale())])}
        </span>
      )}
      {model.connection.value?.state === 'connected' && (
        <IconButton
          icon="refresh"
          label={i18n.t('panel.refresh')}
          onClick={() => void model.bookings.load()}
        />
      )}
      <IconButton icon="close" label={i18n.t('panel.close')} onClick={onClose} />
    </header>
  );
}
