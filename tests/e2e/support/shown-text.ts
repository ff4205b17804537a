/** Which texts are on screen, and what they show. */
import type { Page } from 'playwright-core';

/** A text that shows a state: all that an element says, to the letter, or an expression that it matches. */
export type Shown = string | RegExp;

/**
 * @returns all that each visible element says, scrolled out of view or not, itself and in what it holds, with white space folded, and what stands in
 *   text fields, as `NAME: “TEXT”`; of the panel, on a page that has one, otherwise of the whole page.
 */
export function textsOnScreen(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root =
      document.querySelector('calira-bookings')?.shadowRoot?.querySelector('.panel') ?? document.body;
    const visible = [...root.querySelectorAll<HTMLElement>('*')].filter((element) =>
      element.checkVisibility({ visibilityProperty: true }),
    );
    const visibleText = (element: Element): string =>
      element.checkVisibility({ visibilityProperty: true })
        ? [...element.childNodes]
            .map((node) => (node instanceof Element ? visibleText(node) : (node.textContent ?? '')))
            .join('')
        : '';
    const wordsOf = (element: Element) => visibleText(element).replace(/\s+/g, ' ').trim();
    const texts = visible.map((element) => {
      const label = element instanceof HTMLInputElement && element.type === 'text' && element.labels?.[0];
      return label ? `${wordsOf(label)}: “${element.value}”` : wordsOf(element);
    });
    return [...new Set(texts)].filter((text) => text !== '');
  });
}

/** @returns whether one of these texts is the one that shows a state. */
export const isAmong = (texts: readonly string[], shown: Shown): boolean =>
  typeof shown === 'string' ? texts.includes(shown) : texts.some((text) => shown.test(text));

/** What was on screen in each of several states, so that what names one of them can be looked for in the others. */
export class StatesOnScreen {
  private readonly states = new Map<
    string,
    { shown: Shown; texts: readonly string[]; on: string | undefined }
  >();

  /** @param on the state in which this one was brought about, and which goes on showing what names it. */
  note(state: string, shown: Shown, texts: readonly string[], on?: string): void {
    this.states.set(state, { shown, texts, on });
  }

  get count(): number {
    return this.states.size;
  }

  /** @returns the pairs of states of which the second shows what should tell the first. */
  confused(): string[] {
    const all = [...this.states];
    return all.flatMap(([state, { shown }]) =>
      all
        .filter(([other, { texts, on }]) => other !== state && on !== state && isAmong(texts, shown))
        .map(([other]) => `“${shown}” of ${state} is also shown by ${other}`),
    );
  }
}
