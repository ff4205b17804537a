import { i18n } from '#i18n';
import { dayOf, formatDay } from '../../utils/bookings/time.ts';
import type { Place } from './find-model.ts';

const dayLength = 86_400_000;

function nameOf(day: string, now: number, zone: string): string | null {
  if (day === dayOf(now, zone)) return i18n.t('panel.today');
  if (day === dayOf(now - dayLength, zone)) return i18n.t('panel.yesterday');
  if (day === dayOf(now + dayLength, zone)) return i18n.t('panel.tomorrow');
  return null;
}

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
  const name = nameOf(day, now, place.zone);
  const date = formatDay(day, now, place.locale);
  return (
    <div class="day" role="row" aria-rowindex={index} style={{ top: `${top}px` }}>
      <span role="gridcell" aria-colspan={3}>
        {name ? `${name} · ${date}` : date}
      </span>
    </div>
  );
}
