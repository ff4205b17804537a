import { useSignal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';

/** What part of a scrolling element is in view (CSS pixels). */
export interface Viewport {
  top: number;
  height: number;
  /** With its scroll bar. */
  width: number;
}

const isSame = (one: Viewport, other: Viewport) =>
  one.top === other.top && one.height === other.height && one.width === other.width;

/** As a list was the last time; of the first one nobody knows more than that it takes a part of the window. */
let usual: Viewport | null = null;

/** Follows the scrolling and the size of an element, at most once a frame. What is guessed right is not drawn twice. */
export function useViewport(element: { current: HTMLElement | null }): Viewport {
  const view = useSignal<Viewport>(usual ?? { top: 0, height: innerHeight / 2, width: 0 });
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return;
    let scheduled = 0;
    const measure = () => {
      scheduled = 0;
      const next = { top: current.scrollTop, height: current.clientHeight, width: current.offsetWidth };
      usual = next;
      if (!isSame(view.peek(), next)) view.value = next;
    };
    const schedule = () => {
      scheduled ||= requestAnimationFrame(measure);
    };
    const size = new ResizeObserver(schedule);
    size.observe(current);
    current.addEventListener('scroll', schedule, { passive: true });
    // Before anything is drawn, and after those who scroll it to where it begins.
    queueMicrotask(measure);
    return () => {
      size.disconnect();
      current.removeEventListener('scroll', schedule);
      cancelAnimationFrame(scheduled);
    };
  }, []);
  return view.value;
}
