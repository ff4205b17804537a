import { i18n } from '#i18n';
import { Button } from '../../ui/button.tsx';
import type { PanelModel } from '../panel-model.ts';

/** In a field that has bookings already: bringing them up to date. */
export function UpdateOffer({ model }: { model: PanelModel }) {
  const { hasBookings } = model.editor.description.value;
  if (!hasBookings || model.connection.value?.state !== 'connected') return null;
  return (
    <div class="update-offer">
      <span class="muted">{i18n.t('update.offer')}</span>
      <Button
        variant="link"
        onClick={() => {
          model.sheet.value = 'update';
        }}
      >
        {i18n.t('update.start')}
      </Button>
    </div>
  );
}
