import { i18n } from '#i18n';
import { Button } from '../../ui/button.tsx';
import type { PanelModel } from '../panel-model.ts';

const tableOfBookings =
  'table[data-tablesource="clustermarket" i]:has(tr[data-calira-booking], a[href*="/my_bookings/"])';

/** In a field that has bookings already: bringing them up to date. */
export function UpdateOffer({ model }: { model: PanelModel }) {
  const { field } = model.editor.description.value;
  // An insertion, and an edit, may have brought the first table or taken the last one away.
  void model.inDocument.value;
  if (!field || model.connection.value?.state !== 'connected') return null;
  const frame = document.getElementById(`rtf_${field.id}_ifr`);
  const inside = frame instanceof HTMLIFrameElement ? frame.contentDocument : null;
  if (!inside?.querySelector(tableOfBookings)) return null;
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
