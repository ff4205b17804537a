import { i18n } from '#i18n';
import { nameOfDay } from '../../../utils/bookings/days.ts';
import { dayOf, formatDay } from '../../../utils/bookings/time.ts';
import type { Place } from '../find/find-model.ts';

interface DayHeadingProps {
  /** `2026-11-23` */
  day: string;
  /** Milliseconds since the epoch. */
  now: number;
  place: Place;
  top: number;
  index: number;
}

export function DayHeading({ day, now, place, top, index }: DayHeadingProps) {
  const name = nameOfDay(day, dayOf(now, place.zone));
  const date = formatDay(day, now, place.locale);
  return (
    <div class="day" role="row" aria-rowindex={index} style={{ top: `${top}px` }}>
      <span role="gridcell" aria-colspan={3}>
        {name ? `${i18n.t(`panel.day.${name}`)} · ${date}` : date}
      </span>
    </div>
  );
}
