import { i18n } from '#i18n';
import type { Named } from '../../utils/bookings/booking.ts';
import { atAGlance } from './at-a-glance.ts';

/** @returns a few of the names, and how many more there are. */
export function fewNames(list: readonly Named[]): string {
  const { shown, others } = atAGlance(list);
  const names = shown.map(({ name }) => name).join(', ');
  return others > 0 ? i18n.t('names.andMore', [names, String(others)]) : names;
}
