import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
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

/**
 * Where the list stands: at today when it opens and while bookings of the future still arrive above, at the top of the
 * answer after another question and, whatever arrives otherwise, at what the person is looking at.
 */
export function useScrolling(
  { bookings, find, list }: PanelModel,
  offsets: readonly number[],
  scroller: Scroller,
  view: Viewport,
): void {
  const items = list.items.value;
  const question = list.question.value;
  const wish = list.wishedForToday.value;
  /** Nobody has scrolled yet, and not everything has arrived. */
  const opening = useRef(true);
  const before = useRef({ question, wish });
  /** What the person has been looking at. */
  const standing = useRef<Standing>({ items: [], offsets: [], top: 0 });

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const asked = question !== before.current.question;
    const wished = wish !== before.current.wish;
    before.current = { question, wish };
    const anew = opening.current || asked;
    // What a search has found is read from its beginning.
    if (wished || (anew && !find.search.value)) element.scrollTop = topOfToday(element);
    else if (anew) element.scrollTop = 0;
    else stay(element);
    if (bookings.state.value.kind !== 'loading') opening.current = false;
  }, [offsets, question, wish, bookings.state.value.kind]);

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

  function topOfToday(element: HTMLElement): number {
    if (!list.inTime.value) return 0;
    const today = indexOfToday(items, find.today.value, find.sort.value.descending);
    return today < 0 ? element.scrollHeight : (offsets[today] ?? 0);
  }

  function stay(element: HTMLElement): void {
    const move = moveOf(standing.current, items, offsets);
    // To be told to stay where it is would end a scrolling that is under way.
    if (move !== 0) element.scrollTop = standing.current.top + move;
  }
}
