import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ListItem } from '../../../utils/bookings/list-items.ts';
import { itemAt, offsetsOf, visibleRange } from '../../../utils/bookings/visible-range.ts';
import type { PanelModel } from '../panel-model.ts';
import type { MoveKey } from './booking-keys.ts';
import { placeAfter } from './booking-keys.ts';
import { BookingRowView } from './booking-row.tsx';
import { DayHeading } from './day-heading.tsx';
import { scrollIntoView, useScrolling } from './scrolling.ts';
import { useViewport } from './viewport.ts';

/** The fixed heights that list.css gives to rows and headings; where there is little room, facts have two lines (CSS pixels). */
const heights = { usual: { day: 32, booking: 58 }, narrow: { day: 32, booking: 76 } };
/** How wide a narrow list is at most, as in list.css (CSS pixels). */
const narrow = 480;
/** Rows kept ready on either side of what is in view. */
const spare = 6;
/** The view must have rested this long before details are asked for (milliseconds). */
const rest = 80;
/** Rows beyond the view are drawn so long after the first (milliseconds): by then, most lists are whole. */
const later = 400;

/** The bookings that were found, of which only those in view are in the page. */
export function BookingList({ model }: { model: PanelModel }) {
  const { list } = model;
  const items = list.items.value;
  const expanded = list.expanded.value;
  /** How much higher than others an expanded row is, also while it is out of view: what comes back takes the same room. */
  const extra = useSignal<ReadonlyMap<string, number>>(new Map());
  const scroller = useRef<HTMLDivElement>(null);
  const seen = useViewport(scroller);
  const isNarrow = seen.width > 0 && seen.width <= narrow;
  const height = isNarrow ? heights.narrow : heights.usual;
  const offsets = useMemo(
    () => offsetsOf(items.map((item) => height[item.kind] + heightOfDetails(item, expanded, extra.value))),
    [items, expanded, extra.value, height],
  );
  const view = useScrolling(model, offsets, scroller, seen);
  const focused = useSignal<string | null>(null);
  /** Rows beyond what is in view are drawn a moment later: nobody waits for what cannot be seen yet. */
  const settled = useSignal(false);
  const [first, end] = visibleRange(offsets, view.top, view.height, spare);
  const [firstSeen, endSeen] = visibleRange(offsets, view.top, view.height, 0);
  const [from, to] = settled.value ? [first, end] : [firstSeen, endSeen];
  const kept = focused.value === null ? -1 : indexOf(items, focused.value);
  const shown = shownIndices(from, to, kept);
  // One stop for the Tab key: the row that has the focus, or would have it first.
  const tabStop = kept >= 0 ? kept : firstBookingFrom(items, itemAt(offsets, view.top));

  // Once for each row that the keys lead to: one that another search brings back must not take the focus from it.
  useLayoutEffect(() => {
    scroller.current
      ?.querySelector<HTMLElement>(`[aria-rowindex="${kept + 1}"]:not(:focus-within) input`)
      ?.focus({ preventScroll: true });
  }, [focused.value]);
  useEffect(() => {
    const timer = setTimeout(() => {
      settled.value = true;
    }, later);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    const timer = setTimeout(() => {
      // What can be seen comes before what is kept ready above it.
      const near = new Set([...items.slice(firstSeen, endSeen), ...items.slice(first, end)]);
      void model.bookings.lookAt([...near].flatMap((item) => (item.kind === 'booking' ? [item.row.id] : [])));
    }, rest);
    return () => clearTimeout(timer);
    // Whatever may have left a row without details leads here again: other rows, the same ones as another reading has
    // left them, its end, another state of the connection.
  }, [first, end, items, model.bookings.state.value.kind, model.connection.value?.state]);

  /** Moves the focus as a key says, bringing the row into view first; with Shift, what lies between is selected. */
  function move(from: string, key: MoveKey, extending: boolean): void {
    const rows = list.rows.value;
    const page = Math.max(1, Math.floor(view.height / height.booking) - 1);
    const at = rows.findIndex(({ id }) => id === from);
    const row = rows[placeAfter(at, key, page, rows.length)];
    if (!row) return;
    if (extending) {
      if (!model.selection.ids.value.has(from)) list.toggle(from);
      list.selectTo(row.id, from);
    }
    const index = indexOf(items, row.id);
    // The first of a day together with its heading, which says on which day it is.
    const top = offsets[index - (items[index - 1]?.kind === 'day' ? 1 : 0)];
    scrollIntoView(scroller.current, top ?? 0, offsets[index + 1] ?? 0);
    focused.value = row.id;
  }

  function measure(id: string, height: number): void {
    if ((extra.peek().get(id) ?? 0) === height) return;
    extra.value = new Map([...extra.peek(), [id, height]]);
  }
  // Always the same functions: a row whose properties are as they were is not drawn again.
  const latest = useRef(move);
  latest.current = move;
  const [onMove, onMeasure] = useMemo(
    () => [(...moved: Parameters<typeof move>) => latest.current(...moved), measure] as const,
    [],
  );

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
            <DayHeading
              key={item.day}
              day={item.day}
              now={model.find.now.value}
              place={model.find.place}
              {...position}
            />
          ) : (
            <BookingRowView
              key={item.row.id}
              model={model}
              row={item.row}
              day={item.day}
              focused={focused}
              isTabStop={index === tabStop}
              onMove={onMove}
              onMeasure={onMeasure}
              {...position}
            />
          );
        })}
      </div>
    </div>
  );
}

function heightOfDetails(
  item: ListItem,
  expanded: ReadonlySet<string>,
  extra: ReadonlyMap<string, number>,
): number {
  return item.kind === 'booking' && expanded.has(item.row.id) ? (extra.get(item.row.id) ?? 0) : 0;
}

function indexOf(items: readonly ListItem[], id: string): number {
  return items.findIndex((item) => item.kind === 'booking' && item.row.id === id);
}

/** What is in view and, so that scrolling never takes the focus away, the row that has it. */
function shownIndices(first: number, end: number, kept: number): number[] {
  const range = Array.from({ length: end - first }, (_, index) => first + index);
  if (kept < 0 || (kept >= first && kept < end)) return range;
  return kept < first ? [kept, ...range] : [...range, kept];
}

function firstBookingFrom(items: readonly ListItem[], index: number): number {
  return items.findIndex((item, at) => at >= index && item.kind === 'booking');
}
