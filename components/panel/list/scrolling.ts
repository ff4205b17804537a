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

/** @returns where a list begins that is to be read from today on; null where that is behind everything in it. */
function topOfToday({ find, list }: PanelModel, offsets: readonly number[]): number | null {
  if (!list.inTime.value) return 0;
  const today = indexOfToday(list.items.value, find.today.value, find.sort.value.descending);
  return today < 0 ? null : (offsets[today] ?? 0);
}

/**
 * @returns what will be in view once the list, when it is new or answers another question, has been scrolled to where it
 *   begins: so it is drawn once, and at once.
 */
export function useAnswerInView(model: PanelModel, offsets: readonly number[], view: Viewport): Viewport {
  const question = model.list.question.value;
  const before = useRef<string | null>(null);
  const ahead = useRef<{ of: Viewport; top: number } | null>(null);
  if (question !== before.current) {
    before.current = question;
    const end = offsets.at(-1) ?? 0;
    const top = model.find.search.value ? 0 : (topOfToday(model, offsets) ?? end);
    ahead.current = { of: view, top: Math.max(0, Math.min(top, end - view.height)) };
  }
  return ahead.current?.of === view ? { ...view, top: ahead.current.top } : view;
}

/**
 * Where the list stands: at today when it opens and while bookings of the future still arrive above, at the top of the
 * answer after another question and, whatever arrives otherwise, at what the person is looking at.
 */
export function useScrolling(
  model: PanelModel,
  offsets: readonly number[],
  scroller: Scroller,
  view: Viewport,
): void {
  const { bookings, find, list } = model;
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
    if (wished || (anew && !find.search.value))
      element.scrollTop = topOfToday(model, offsets) ?? element.scrollHeight;
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

  function stay(element: HTMLElement): void {
    const move = moveOf(standing.current, items, offsets);
    // To be told to stay where it is would end a scrolling that is under way.
    if (move !== 0) element.scrollTop = standing.current.top + move;
  }
}
