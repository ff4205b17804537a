import { i18n } from '#i18n';
import type { Named } from '../../utils/bookings/booking.ts';

/** So many names are read at a glance; the other labs are counted. */
const shownNames = 5;

/** Labs that Calira grants no longer, until the person decides about the others: a note, nothing that went wrong. */
export function LostLabs({ labs }: { labs: readonly Named[] }) {
  const names = labs.slice(0, shownNames).map(({ name }) => name);
  const others = labs.length - names.length;
  const list = names.join(', ');
  return (
    // It is there before there is anything to say, so that a screen reader says it.
    <p class={labs.length > 0 ? 'labs-note' : 'visually-hidden'} role="status">
      {labs.length > 0 &&
        (others > 0
          ? i18n.t('popup.lostMany', others, [String(others), list])
          : i18n.t('popup.lost', [list]))}
    </p>
  );
}
