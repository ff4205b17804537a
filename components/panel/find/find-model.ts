import { computed, signal } from '@preact/signals';
import type { BookingRow } from '../../../utils/bookings/booking.ts';
import { rangeOf } from '../../../utils/bookings/days.ts';
import type { Criteria } from '../../../utils/bookings/find.ts';
import { findBookings } from '../../../utils/bookings/find.ts';
import { optionsIn } from '../../../utils/bookings/options.ts';
import { searchWords } from '../../../utils/bookings/search.ts';
import { columnsOfDetails, sortRows } from '../../../utils/bookings/sort.ts';
import { dayOf } from '../../../utils/bookings/time.ts';
import { latestOfEach } from '../../../utils/bookings/view.ts';
import { noFilters } from '../../../utils/settings/panel-choices.ts';
import type { PanelChoices } from '../../../utils/settings/panel-choices-schema.ts';
import type { BookingsModel } from '../connection/bookings-model.ts';
import type { ChoicesModel } from './choices-model.ts';

/** Where somebody is: whatever depends on the person and not on the bookings. */
export interface Place {
  zone: string;
  locale: string;
  /** The first day of a week: 1 is Monday, 7 is Sunday. */
  weekStart: number;
}

export type FindModel = ReturnType<typeof createFindModel>;

/** Which of the known bookings somebody wants to see, and in what order. */
export function createFindModel({ rows }: BookingsModel, choices: ChoicesModel, place: Place) {
  const search = signal('');
  /** How often everything was cleared: what was half typed goes too. */
  const cleared = signal(0);
  /** What is coming, and what *today* is, changes while a panel stays open (milliseconds since the epoch). */
  const now = signal(Date.now());
  const today = computed(() => dayOf(now.value, place.zone));
  const words = computed(() => searchWords(search.value));
  const days = computed(() => rangeOf(choices.current.value.period, today.value, place.weekStart));
  const criteria = computed<Criteria>(() => {
    const { view, maintenanceOnly, lab, equipment, bookedBy } = choices.current.value;
    return { view, maintenanceOnly, lab, equipment, bookedBy, search: search.value, days: days.value };
  });
  const sort = computed(() => choices.current.value.sort);
  const sorted = (some: Iterable<BookingRow>) => sortRows(some, sort.value, place.locale);
  /** Every known booking in order, so that what is typed has nothing left to sort. */
  const known = computed(() => sorted(rows.value.values()));
  const found = computed(() => findBookings(known.value, criteria.value, now.value, place.zone));
  const shown = computed(() => {
    const { rows } = found.value;
    return criteria.value.view === 'bookedEquipment' ? latestOfEach(rows) : rows;
  });

  return {
    search,
    cleared,
    now,
    today,
    words,
    days,
    criteria,
    sort,
    found,
    known,
    place,
    /** What the list shows, in its order: latest bookings come in the order of their pieces. */
    ordered: computed(() => (criteria.value.view === 'bookedEquipment' ? sorted(shown.value) : shown.value)),
    /** Bookings whose details have to be read before it is clear whether, or where, they belong into the list. */
    needed: computed(() => {
      const { unchecked } = found.value;
      if (!columnsOfDetails.has(sort.value.column)) return unchecked;
      return [...unchecked, ...shown.value.filter(({ details }) => !details)];
    }),
    /** What is being asked, as one text: another question begins at the top of its answer. */
    question: computed(() => JSON.stringify([criteria.value, sort.value])),
    options: computed(() => optionsIn(rows.value.values(), place.locale)),
    filters: computed(() => countFilters(choices.current.value)),
    clear() {
      search.value = '';
      cleared.value += 1;
      choices.change(noFilters);
    },
    /** Where nothing hides today, in the order in which the panel first opens. */
    toToday() {
      choices.change({ sort: { column: 'start', descending: true } });
      const { from, to } = days.value;
      const hidden = (from !== null && from > today.value) || (to !== null && to < today.value);
      if (hidden) choices.change({ period: noFilters.period });
    },
  };
}

function countFilters({ lab, equipment, bookedBy, maintenanceOnly, period }: PanelChoices): number {
  const inTime = 'preset' in period || period.from !== null || period.to !== null;
  return [lab, equipment, bookedBy, maintenanceOnly, inTime].filter(Boolean).length;
}
