import { i18n } from '#i18n';
import type { Named } from '../../utils/bookings/booking.ts';
import { fewNames } from '../ui/few-names.ts';

/** Labs that Calira grants no longer, until the person decides about the others: a note, nothing that went wrong. */
export function LostLabs({ labs }: { labs: readonly Named[] }) {
  return (
    // It is there before there is anything to say, so that a screen reader says it.
    <p class={labs.length > 0 ? 'labs-note' : 'visually-hidden'} role="status">
      {labs.length > 0 && i18n.t('popup.lost', [fewNames(labs)])}
    </p>
  );
}
