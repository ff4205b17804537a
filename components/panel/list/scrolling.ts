import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { indexOfToday } from '../../../utils/bookings/list-items.ts';
import type { Standing } from '../../../utils/bookings/standing.ts';
import { moveOf } from '../../../utils/bookings/standing.ts';
import type { PanelModel } from '../panel-model.ts';
import type { Viewport } from './viewport.ts';

type Scroller = { current: HTMLDivElement | null };

/** Scrolls no further than it takes to see what stands between two positions. */
export function scrollIntoView(scroller: HTMLElement | null, top: number, bottom: number): void {
  if (!scroller) return;
  if (top < scroller.scrollTop) scroller.scrollTop = top;
  else if (bottom > scroller.scrollTop + scroller.clientHeight)
    scroller.scrollTop = Math.min(top, bottom - scroller.clientHeight);
}

/** @returns where a list begins that is to be read from today on; null where that is behind everything in it. */
function topOfToday({ find, list }: PanelModel, offsets: readonly number[]): number | null {
  if (!list.inTime.value) return 0;
  const today = indexOfToday(list.items.value, find.today.value, find.sort.value.descending);
  return today < 0 ? null : (offsets[today] ?? 0);
}

/**
 * Where the list stands: at today when it opens and while bookings of the future still arrive above, at the top of the
 * answer after another question and, whatever arrives otherwise, at what the person is looking at. Who has not left the top of
 * an order by equipment, person and so on is looking at that top.
 *
 * @param view what was in view when that was last measured.
 * @returns what will be in view once the list stands there: so what has arrived is drawn once, and at once.
 */
export function useScrolling(
  model: PanelModel,
  offsets: readonly number[],
  scroller: Scroller,
  view: Viewport,
): Viewport {
  const { bookings, find, list } = model;
  const items = list.items.value;
  const question = list.question.value;
  const wish = list.wishedForToday.value;
  /** Nobody has scrolled yet, and not everything has arrived. */
  const opening = useRef(true);
  const before = useRef<{ question: string | null; wish: number }>({ question: null, wish });
  /** What the person has been looking at. */
  const standing = useRef<Standing>({ items: [], offsets: [], top: 0 });
  const arrivals = [offsets, question, wish, bookings.state.value.kind];

  /** Where the list is to be scrolled to, or null where it stays. */
  function destination(): number | null {
    const end = offsets.at(-1) ?? 0;
    const anew = opening.current || question !== before.current.question;
    // What a search has found is read from its beginning.
    if (wish !== before.current.wish || (anew && !find.search.value))
      return topOfToday(model, offsets) ?? end;
    if (anew) return 0;
    // The answer to another question is read from its top, also while what it is ordered by still arrives.
    if (!list.inTime.value && standing.current.top === 0) return null;
    const move = moveOf(standing.current, items, offsets);
    // To be told to stay where it is would end a scrolling that is under way.
    return move === 0 ? null : standing.current.top + move;
  }

  const goal = useMemo(() => {
    const top = destination();
    return top === null ? null : { top, from: view };
  }, arrivals);

  useLayoutEffect(() => {
    before.current = { question, wish };
    if (scroller.current && goal) scroller.current.scrollTop = goal.top;
    if (bookings.state.value.kind !== 'loading') opening.current = false;
  }, arrivals);

  // After the effect above: what is in view now is what has to stay there.
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || items.length === 0) return;
    standing.current = { items, offsets, top: element.scrollTop };
  }, [offsets, items, view.top]);

  useEffect(() => {
    const stop = () => {
      opening.current = false;
    };
    for (const gesture of ['wheel', 'pointerdown', 'keydown', 'touchstart'])
      scroller.current?.addEventListener(gesture, stop, { once: true, passive: true });
  }, []);

  if (goal?.from !== view) return view;
  const lowest = Math.max(0, (offsets.at(-1) ?? 0) - view.height);
  return { ...view, top: Math.max(0, Math.min(goal.top, lowest)) };
}
