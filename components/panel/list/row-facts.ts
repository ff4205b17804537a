import { i18n } from '#i18n';
import type { BookingRow } from '../../../utils/bookings/booking.ts';
import { isMaintenance } from '../../../utils/bookings/find.ts';
import { markedParts } from '../../../utils/bookings/marked-parts.ts';
import { durationOf, formatDuration, formatPeriod, formatShortDay } from '../../../utils/bookings/time.ts';
import type { PanelModel } from '../panel-model.ts';

/** @returns the name that a booking goes by: its equipment's. */
export function equipmentName({ equipment, details }: BookingRow): string {
  if (equipment?.name) return equipment.name;
  if (equipment) return i18n.t('panel.unknownEquipment', [equipment.id]);
  return details ? i18n.t('panel.noEquipment') : '…';
}

/** @returns when a booking is, in the lab's zone and, where it differs, in the person's own. */
export function whenText(row: BookingRow, day: string, { find }: PanelModel): string {
  const { locale, zone } = find.place;
  const { lab, own } = formatPeriod(row, locale, zone, day);
  return own ? `${lab} (${i18n.t('panel.yourTime', [own])})` : lab;
}

/**
 * The second line of a row: what can be read at a glance.
 * @param day under which the row stands; `inTime` says whether a heading names it.
 */
export function factsOf(model: PanelModel, row: BookingRow, day: string): string[] {
  const { bookings, find, list } = model;
  const { locale } = find.place;
  const { details } = row;
  const maintenance = isMaintenance(row) === 'yes';
  const type = details?.type && details.type.toLowerCase() !== 'internal' ? details.type : null;
  const missing = bookings.unavailable.value.has(row.id);
  const shown = [
    ...(list.inTime.value ? [] : [formatShortDay(day, find.now.value, locale)]),
    whenText(row, day, model),
    formatDuration(durationOf(row, details?.duration), locale),
    // What a service was about matters more than who did it.
    ...(maintenance ? [type, details?.note] : []),
    details ? details.requester : missing ? i18n.t('panel.detailsMissing') : '…',
    row.lab?.name,
    ...(maintenance ? [] : [type, details?.note]),
  ].flatMap((fact) => fact || []);
  return [...shown, ...matchedElsewhere(row, find.words.value)];
}

/** What the search found in a fact that is not shown at a glance. */
function matchedElsewhere(row: BookingRow, words: readonly string[]): string[] {
  if (words.length === 0) return [];
  const { equipment, details, lab, id } = row;
  const labs = [details?.requesterLab?.name, details?.providerLab?.name].filter((name) => name !== lab?.name);
  const hidden = [equipment?.manufacturer, equipment?.model, ...labs, id];
  return hidden.flatMap((fact) =>
    fact && markedParts(fact, words).some(({ marked }) => marked) ? fact : [],
  );
}
