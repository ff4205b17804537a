import type { Page } from 'playwright-core';

/**
 * What does not fit: whatever is wider than the room that it has, where that is not meant to be scrolled sideways, and
 * whatever stands out of the window.
 * @returns a description of each; of the panel, on a page that has one, otherwise of the whole page.
 */
export function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const panel = document.querySelector('calira-bookings')?.shadowRoot;
    const width = document.documentElement.clientWidth;
    const about = (element: Element) =>
      `${element.tagName.toLowerCase()}.${element.getAttribute('class')}: ${element.textContent?.trim().slice(0, 60)}`;
    // What a row holds of a booking is shown in full below it; what a field holds can be gone through.
    const shortened = '.booking-equipment, .booking-facts, input';
    const isMeant = (element: Element) =>
      element.matches(shortened) || ['auto', 'scroll'].includes(getComputedStyle(element).overflowX);
    const isHidden = (element: Element) => element.closest('.visually-hidden') !== null;
    const isScrolled = (element: Element) => {
      for (let at = element.parentElement; at; at = at.parentElement) if (isMeant(at)) return true;
      return false;
    };
    const elements = [...(panel ?? document).querySelectorAll<HTMLElement>('*')].filter(
      (element) => element.checkVisibility() && !isHidden(element) && !isScrolled(element),
    );
    const wide = elements.filter(
      (element) =>
        element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1 && !isMeant(element),
    );
    // Neither tells by its measures that its words are cut off. A list has an arrow beside them.
    const pen = document.createElement('canvas').getContext('2d');
    const cut = elements.filter((element) => {
      const text =
        element instanceof HTMLSelectElement
          ? element.selectedOptions[0]?.text
          : element instanceof HTMLInputElement && element.value === '' && element.placeholder;
      if (!text || !pen) return false;
      const { font, paddingLeft, paddingRight } = getComputedStyle(element);
      pen.font = font;
      const room = element.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
      return pen.measureText(text).width > room - (element instanceof HTMLSelectElement ? 18 : 0);
    });
    const outside = elements.filter((element) => {
      const { left, right, width: own } = element.getBoundingClientRect();
      return own > 0 && (right > width + 1 || left < -1);
    });
    return [...new Set([...wide, ...cut, ...outside])].map(about);
  });
}
