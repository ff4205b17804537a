import { i18n } from '#i18n';
import { IconButton } from '../../ui/icon-button.tsx';
import { Logo } from '../../ui/logo.tsx';
import { UpdatedAgo } from '../list/updated-ago.tsx';
import type { PanelModel } from '../panel-model.ts';

/** Title, how fresh the list is, and what concerns the panel as a whole. */
export function PanelHeader({ model, onClose }: { model: PanelModel; onClose: () => void }) {
  return (
    <header class="panel-header">
      <Logo />
      <h2 class="panel-title">{i18n.t('panel.title')}</h2>
      <UpdatedAgo at={model.bookings.updatedAt.value} />
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
