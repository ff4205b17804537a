import { i18n } from '#i18n';
import type { BookingRow } from '../../../utils/bookings/booking.ts';
import { isMaintenance } from '../../../utils/bookings/find.ts';
import { markedParts } from '../../../utils/bookings/marked-parts.ts';
import type { SortColumn } from '../../../utils/bookings/sort.ts';
import { durationOf, formatDuration, formatPeriod, formatShortDay } from '../../../utils/bookings/time.ts';
import type { PanelModel } from '../panel-model.ts';

export const divider = ' · ';

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

/** What can be read at a glance below the equipment: in one line or, where that is too short, in two. */
export interface RowFacts {
  /** When it is, and for how long. */
  when: string;
  /** By whom, where, and what for. */
  what: string;
}

/** @param day under which the row stands; `inTime` says whether a heading names it. */
export function factsOf(model: PanelModel, row: BookingRow, day: string): RowFacts {
  const { bookings, find, list } = model;
  const { locale } = find.place;
  const { details } = row;
  const maintenance = isMaintenance(row) === 'yes';
  const type = details?.type && details.type.toLowerCase() !== 'internal' ? details.type : null;
  const missing = bookings.unavailable.value.has(row.id);
  const when = [
    ...(list.inTime.value ? [] : [formatShortDay(day, find.now.value, locale)]),
    whenText(row, day, model),
    formatDuration(durationOf(row, details?.duration), locale),
  ];
  const what = [
    sortedBy(row, find.sort.value.column),
    // What a service was about matters more than who did it.
    ...(maintenance ? [type, details?.note] : []),
    details ? details.requester : missing ? i18n.t('panel.detailsMissing') : '…',
    row.lab?.name,
    ...(maintenance ? [] : [type, details?.note]),
    ...matchedElsewhere(row, find.words.value),
  ].flatMap((fact) => fact || []);
  return { when: when.join(divider), what: [...new Set(what)].join(divider) };
}

/** What the order follows, where that is not shown at a glance anyway. */
function sortedBy({ id, equipment, details }: BookingRow, column: SortColumn): string | null | undefined {
  const { manufacturer, model, room } = equipment ?? {};
  const hidden: Partial<Record<SortColumn, string | null | undefined>> = {
    manufacturer,
    model,
    room,
    requesterLab: details?.requesterLab?.name,
    cost: details?.cost,
    id,
  };
  return hidden[column];
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
