import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import type { BookingRow } from '../../../utils/bookings/booking.ts';
import { durationOf, formatDuration, formatShortDay } from '../../../utils/bookings/time.ts';
import type { PanelModel } from '../panel-model.ts';
import { MarkedText } from './marked-text.tsx';
import { whenText } from './row-facts.ts';

export interface BookingDetailsProps {
  model: PanelModel;
  row: BookingRow;
  day: string;
  onMeasure: (id: string, height: number) => void;
}

/** Everything that is known of a booking, with the ways to it in Calira. */
export function BookingDetailsView({ model, row, day, onMeasure }: BookingDetailsProps) {
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return;
    const measure = () => onMeasure(row.id, current.offsetHeight);
    const size = new ResizeObserver(measure);
    size.observe(current);
    measure();
    return () => size.disconnect();
  }, [row.id]);
  const words = model.find.words.value;
  return (
    <div ref={element} class="booking-details" role="gridcell">
      <dl class="facts">
        {factsIn(model, row, day).map(([name, value]) => (
          <Fact key={name} name={name}>
            <MarkedText text={value} words={words} />
          </Fact>
        ))}
      </dl>
      <p class="booking-links">
        <CaliraLink to={row.links.booking}>{i18n.t('row.openBooking', [row.id])}</CaliraLink>
        <CaliraLink to={row.links.equipment}>{i18n.t('row.openCalendar')}</CaliraLink>
      </p>
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** Addresses come from the background, which makes them of Calira's own address and ids. */
function CaliraLink({ to, children }: { to: string | null; children: ComponentChildren }) {
  if (!to || !/^https?:\/\//.test(to)) return null;
  return (
    <a href={to} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}

/** @returns the names and values of what is known, in the order in which they are read. */
function factsIn(model: PanelModel, row: BookingRow, day: string): [string, string][] {
  const { details, equipment, lab } = row;
  const { locale } = model.find.place;
  const requesterLab = details?.requesterLab;
  const facts: [string, string | null | undefined][] = [
    [
      i18n.t('column.start'),
      `${formatShortDay(day, model.find.now.value, locale)}, ${whenText(row, day, model)}`,
    ],
    [i18n.t('column.duration'), formatDuration(durationOf(row, details?.duration), locale)],
    [i18n.t('column.bookedBy'), details?.requester],
    [i18n.t('column.type'), details?.type],
    [i18n.t('column.note'), details?.note],
    [i18n.t('column.manufacturer'), equipment?.manufacturer],
    [i18n.t('column.model'), equipment?.model],
    [i18n.t('column.room'), equipment?.room],
    [i18n.t('row.contact'), equipment?.contact],
    [i18n.t('column.lab'), lab?.name],
    [i18n.t('column.requesterLab'), requesterLab && requesterLab.id !== lab?.id ? requesterLab.name : null],
    // Nought is what Calira says of bookings that cost nothing.
    [i18n.t('column.cost'), Number(details?.cost ?? 0) === 0 ? null : details?.cost],
    [i18n.t('column.id'), row.id],
  ];
  return facts.flatMap(([name, value]) => (value ? [[name, value] satisfies [string, string]] : []));
}
