import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ListItem } from '../../utils/bookings/list-items.ts';
import { indexOfToday } from '../../utils/bookings/list-items.ts';
import { dayOf } from '../../utils/bookings/time.ts';
import { itemAt, offsetsOf, visibleRange } from '../../utils/bookings/visible-range.ts';
import type { MoveKey } from './booking-row.tsx';
import { BookingRowView } from './booking-row.tsx';
import { DayHeading } from './day-heading.tsx';
import { ownZone } from './locale.ts';
import type { PanelModel } from './panel-model.ts';
import { useViewport } from './viewport.ts';

/** The fixed heights that panel.css gives to rows and headings (CSS pixels). */
const heights = { day: 32, booking: 58 };
/** Rows kept ready on either side of what is in view. */
const spare = 6;
/** The view must have rested this long before details are asked for (milliseconds). */
const rest = 80;

/** Every booking, newest first, of which only those in view are in the page. */
export function BookingList({ model }: { model: PanelModel }) {
  const items = model.bookings.items.value;
  const offsets = useMemo(() => offsetsOf(items.map(({ kind }) => heights[kind])), [items]);
  const scroller = useRef<HTMLDivElement>(null);
  const view = useViewport(scroller);
  const focused = useSignal<string | null>(null);
  const [first, end] = visibleRange(offsets, view.top, view.height, spare);
  const kept = items.findIndex((item) => item.kind === 'booking' && item.row.id === focused.value);
  const shown = shownIndices(first, end, kept);
  // One stop for the Tab key: the row that has the focus, or would have it first.
  const tabStop = kept >= 0 ? kept : firstBookingFrom(items, itemAt(offsets, view.top));

  useScrollToToday(model, offsets, scroller);
  useEffect(() => {
    const timer = setTimeout(() => {
      const inView = items.slice(first, end);
      void model.bookings.lookAt(inView.flatMap((item) => (item.kind === 'booking' ? [item.row.id] : [])));
    }, rest);
    return () => clearTimeout(timer);
  }, [first, end, items.length, model.bookings.state.value.kind, model.connection.value?.state]);

  /** Moves the focus as a key says, bringing the row into view first. */
  function move(from: string, key: MoveKey): void {
    const rows = model.bookings.ordered.value;
    const page = Math.max(1, Math.floor(view.height / heights.booking) - 1);
    const steps = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: page,
      PageUp: -page,
      Home: -rows.length,
      End: rows.length,
    };
    const at = rows.findIndex(({ id }) => id === from) + steps[key];
    const row = rows[Math.min(Math.max(at, 0), rows.length - 1)];
    const index = items.findIndex((item) => item.kind === 'booking' && item.row === row);
    const target = items[index];
    if (target?.kind !== 'booking') return;
    scrollIntoView(scroller.current, offsets[index] ?? 0, heights.booking);
    focused.value = target.row.id;
  }

  return (
    <div
      class="list"
      ref={scroller}
      role="grid"
      aria-label={i18n.t('panel.bookings')}
      aria-rowcount={items.length}
      aria-multiselectable="true"
    >
      <div class="list-content" style={{ height: `${offsets.at(-1)}px` }} role="presentation">
        {shown.map((index) => {
          const item = items[index];
          if (!item) return null;
          const position = { top: offsets[index] ?? 0, index: index + 1 };
          return item.kind === 'day' ? (
            <DayHeading key={item.day} day={item.day} {...position} />
          ) : (
            <BookingRowView
              key={item.row.id}
              model={model}
              item={item}
              focused={focused}
              isTabStop={index === tabStop}
              onMove={move}
              {...position}
            />
          );
        })}
      </div>
    </div>
  );
}

/** What is in view and, so that scrolling never takes the focus away, the row that has it. */
function shownIndices(first: number, end: number, kept: number): number[] {
  const range = Array.from({ length: end - first }, (_, index) => first + index);
  if (kept < 0 || (kept >= first && kept < end)) return range;
  return kept < first ? [kept, ...range] : [...range, kept];
}

function firstBookingFrom(items: readonly ListItem[], index: number): number {
  const next = items.slice(index).findIndex(({ kind }) => kind === 'booking');
  return next < 0 ? -1 : index + next;
}

function scrollIntoView(scroller: HTMLElement | null, top: number, height: number): void {
  if (!scroller) return;
  if (top < scroller.scrollTop) scroller.scrollTop = top;
  else if (top + height > scroller.scrollTop + scroller.clientHeight)
    scroller.scrollTop = top + height - scroller.clientHeight;
}

/** Opens the list at today, and keeps it there while bookings of the future are still arriving above. */
function useScrollToToday(
  model: PanelModel,
  offsets: readonly number[],
  scroller: { current: HTMLDivElement | null },
): void {
  const settled = useRef(false);
  useLayoutEffect(() => {
    const list = scroller.current;
    if (!list || settled.current) return;
    const today = indexOfToday(model.bookings.items.value, dayOf(Date.now(), ownZone()));
    list.scrollTop = today < 0 ? list.scrollHeight : (offsets[today] ?? 0);
    settled.current = model.bookings.state.value.kind !== 'loading';
  }, [offsets, model.bookings.state.value.kind]);
  useEffect(() => {
    const stop = () => {
      settled.current = true;
    };
    for (const gesture of ['wheel', 'pointerdown', 'keydown', 'touchstart'])
      scroller.current?.addEventListener(gesture, stop, { once: true, passive: true });
  }, []);
}
