import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { indexOfToday } from '../../utils/bookings/list-items.ts';
import { dayOf } from '../../utils/bookings/time.ts';
import { offsetsOf, visibleRange } from '../../utils/bookings/visible-range.ts';
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
  const shown = items.slice(first, end);

  useScrollToToday(model, offsets, scroller);
  useEffect(() => {
    const timer = setTimeout(() => {
      void model.bookings.lookAt(shown.flatMap((item) => (item.kind === 'booking' ? [item.row.id] : [])));
    }, rest);
    return () => clearTimeout(timer);
  }, [first, end, items.length, model.bookings.state.value.kind, model.connection.value?.state]);

  /** Moves the focus to the next booking in a direction, bringing it into view first. */
  function move(from: string, step: 1 | -1): void {
    let index = items.findIndex((item) => item.kind === 'booking' && item.row.id === from);
    do index += step;
    while (items[index]?.kind === 'day');
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
        {shown.map((item, index) => {
          const position = { top: offsets[first + index] ?? 0, index: first + index + 1 };
          return item.kind === 'day' ? (
            <DayHeading key={item.day} day={item.day} {...position} />
          ) : (
            <BookingRowView
              key={item.row.id}
              model={model}
              item={item}
              focused={focused}
              onMove={move}
              {...position}
            />
          );
        })}
      </div>
    </div>
  );
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
