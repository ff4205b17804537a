/** What RSpace lays over its page: messages that a person has to answer, and a cover while its server is asked. */
import { isVisible } from './visible.ts';

const messages = '.apprise';
const covers = '.blockUI';

const isAnyVisible = (page: Document, selector: string) =>
  [...page.querySelectorAll(selector)].some(isVisible);

/** @returns whether RSpace shows a message: the way in which it refuses something. */
export function isMessageUp(page: Document): boolean {
  return isAnyVisible(page, messages);
}

/** @returns whether RSpace covers its page: it does so while it saves, or waits for its server. */
export function isCovered(page: Document): boolean {
  return isAnyVisible(page, covers);
}

/**
 * Tells whenever a layer may have come or gone. It costs something at every change of the page, and so is for the
 * seconds in which somebody waits for RSpace.
 *
 * @param end ends the following.
 */
export function followLayers(page: Document, tell: () => void, end: AbortSignal): void {
  // One cover follows another within a task.
  const soon = () => setTimeout(() => end.aborted || tell());
  const changes = new MutationObserver(soon);
  // A layer that is there already is shown by its style or its class, or by those of what is around it.
  changes.observe(page.documentElement, {
    childList: true,
    subtree: true,
    attributeFilter: ['style', 'class', 'hidden'],
  });
  // What fades in is not to be seen when its style is set.
  for (const event of ['transitionend', 'animationend'])
    page.addEventListener(event, soon, { capture: true, signal: end });
  end.addEventListener('abort', () => changes.disconnect());
}
