import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import type { BookingRow } from '../../../utils/bookings/booking.ts';
import { neighboursOf } from '../../../utils/bookings/neighbours.ts';
import { dayOfRow } from '../../../utils/bookings/row-times.ts';
import { formatShortDay } from '../../../utils/bookings/time.ts';
import { Button } from '../../ui/button.tsx';
import type { PanelModel } from '../panel-model.ts';
import { equipmentName } from './row-facts.ts';

/** Why no booking is shown, and what leads to some. */
export function EmptyList({ model }: { model: PanelModel }) {
  const { bookings, check, choices, find } = model;
  const state = bookings.state.value;
  const search = find.search.value.trim();
  if (bookings.rows.value.size === 0)
    return state.kind === 'ready' && !state.failure ? <Empty text={i18n.t('panel.empty')} /> : null;
  if (check.progress.value.open > 0 || state.kind === 'loading')
    return <Empty text={i18n.t('empty.soFar')} />;
  const around = neighbours(model);
  if (around) return <NothingThen model={model} {...around} />;
  const clear = <Button onClick={find.clear}>{i18n.t('empty.clear')}</Button>;
  if (search) return <Empty text={i18n.t('empty.search', [search])}>{clear}</Empty>;
  if (find.filters.value > 0) return <Empty text={i18n.t('empty.filters')}>{clear}</Empty>;
  if (choices.current.value.view === 'bookedAndCompleted') return <Empty text={i18n.t('empty.calledOff')} />;
  return (
    <Empty text={i18n.t(choices.current.value.view === 'booked' ? 'empty.booked' : 'empty.bookedEquipment')}>
      <Button onClick={() => choices.change({ view: 'bookedAndCompleted' })}>
        {i18n.t('empty.showCompleted')}
      </Button>
    </Empty>
  );
}

function Empty({ text, children }: { text: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <p role="status">{text}</p>
      {children}
    </div>
  );
}

interface Neighbours {
  previous: BookingRow | null;
  next: BookingRow | null;
}

/** @returns what stands before and after the chosen days, where there is something; null where no days are chosen. */
function neighbours({ bookings, find }: PanelModel): Neighbours | null {
  const { from, to } = find.days.value;
  if (from === null && to === null) return null;
  const { now, place, criteria } = find;
  const around = neighboursOf(bookings.rows.value.values(), criteria.value, now.value, place.zone);
  return around.previous || around.next ? around : null;
}

/** No booking on these days: the nearest ones are named, and one click away. */
function NothingThen({ model, previous, next }: { model: PanelModel } & Neighbours) {
  const { choices, find } = model;
  const words = (row: BookingRow): [string, string] => {
    const day = formatShortDay(dayOfRow(row, find.place.zone), find.now.value, find.place.locale);
    return [day, equipmentName(row)];
  };
  const show = (row: BookingRow) => {
    const day = dayOfRow(row, find.place.zone);
    choices.change({ period: { from: day, to: day } });
  };
  return (
    <Empty text={i18n.t('empty.period')}>
      {previous && (
        <Button onClick={() => show(previous)}>{i18n.t('empty.previous', words(previous))}</Button>
      )}
      {next && <Button onClick={() => show(next)}>{i18n.t('empty.next', words(next))}</Button>}
    </Empty>
  );
}
