/** What WCAG asks for and a browser can tell: of the panel, on a page that has one, otherwise of the whole page. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { cutOff } from './fits.ts';

/**
 * At these widths nothing is cut off; as it stands, axe finds nothing, targets are large enough, and Tab leads to
 * everything. The focus is afterwards where it was.
 * @param byKeyboard whether Tab is pressed at all: hundreds of boxes would take minutes.
 */
export async function expectUsable(page: Page, widths: readonly number[], byKeyboard = true): Promise<void> {
  const size = page.viewportSize() ?? { width: 1024, height: 800 };
  expect(await cutOff(page), `cut off at ${size.width} px`).toEqual([]);
  for (const width of widths) {
    await page.setViewportSize({ ...size, width });
    expect(await cutOff(page), `cut off at ${width} px`).toEqual([]);
  }
  await page.setViewportSize(size);
  const before = await page.evaluateHandle(() => document.activeElement as HTMLElement);
  const fromTheBeginning = () =>
    page.evaluate(() => {
      // From here, Tab goes to the first of all.
      document.body.tabIndex = -1;
      document.body.focus();
      document.body.removeAttribute('tabindex');
    });
  await expectStructureUsable(page, byKeyboard ? fromTheBeginning : null);
  await before.evaluate((element) => element.focus());
}

/** What was found usable by this process: blocks of pages by their structure, and the stops of Tab. */
const usable = new Set<string>();

/**
 * Axe finds nothing, targets are large enough, and Tab leads to everything. What axe finds in a block of a page follows
 * from the block's structure, and the rest from what can be pressed: each is looked at once, whatever it says. What axe
 * finds of a page as a whole is looked at once for each order of blocks.
 * @param start puts the focus before the first stop of Tab; null where Tab is not to be pressed.
 */
export async function expectStructureUsable(
  page: Page,
  start: (() => Promise<unknown>) | null,
): Promise<void> {
  const { order, blocks, targets } = await page.evaluate(structureOf);
  const unseen = blocks.map((block, index) => (usable.has(block) ? -1 : index)).filter((index) => index >= 0);
  if (!usable.has(order)) expect(await violationsIn(page, null), 'what axe finds').toEqual([]);
  else if (unseen.length > 0) expect(await violationsIn(page, unseen), 'what axe finds').toEqual([]);
  for (const one of [order, ...blocks]) usable.add(one);
  const stops = `${start ? 'with' : 'without'} Tab: ${targets}`;
  if (usable.has(stops)) return;
  expect(await smallTargets(page), 'targets that are too small').toEqual([]);
  if (start) await expectTabReachesEverything(page, start);
  usable.add(stops);
}

/**
 * In the page: what its blocks and its targets are, have and look like, and whether they say anything, but not what; of
 * the panel, on a page that has one. Of neighbours that are alike, the first. Marks each block with its number.
 */
function structureOf(): { order: string; blocks: string[]; targets: string } {
  const described = ['class', 'role', 'type', 'tabindex', 'disabled', 'inert', 'open'];
  const panel = document.querySelector('calira-bookings')?.shadowRoot?.querySelector('.panel');
  const colours = matchMedia('(forced-colors: active)').matches ? 'forced colours' : '';
  const surface = `${panel ? 'panel' : location.pathname} ${colours} `;
  const isVisible = (element: Element) => element.checkVisibility({ visibilityProperty: true });
  const itself = (element: Element) => {
    const attributes = [...element.attributes]
      .filter(({ name }) => described.includes(name) || name.startsWith('aria-'))
      // Names, counts and ids are words.
      .map(({ name, value }) => {
        const isWords = name === 'aria-label' || /\d/.test(value);
        return isWords && value.trim() !== '' ? name : `${name}=${value}`;
      });
    const words = element.textContent?.trim() ? 'says something' : 'says nothing';
    return `${element.localName}[${attributes.sort().join()}] ${words}`;
  };
  const outline = (element: Element): string => {
    if (!isVisible(element)) return '';
    const children = [...element.children].map(outline);
    const different = children.filter((child, index) => child !== children[index - 1]);
    return `${itself(element)}(${different.join('')})`;
  };
  let root: Element = panel ?? document.body;
  for (const old of root.querySelectorAll('[data-block]')) old.removeAttribute('data-block');
  while (root.children.length === 1 && root.firstElementChild) root = root.firstElementChild;
  const blocks = [...root.children]
    .flatMap((child) => (child.localName === 'main' ? [...child.children] : child))
    .filter(isVisible);
  for (const [index, block] of blocks.entries()) block.setAttribute('data-block', String(index));
  const targets = [...root.querySelectorAll('button, input, select, a[href], [tabindex]')].filter(isVisible);
  return {
    order: `${surface} of ${blocks.map((block) => `${block.localName}.${block.className}`).join()}`,
    blocks: blocks.map((block) => surface + outline(block)),
    targets: `${surface}${innerWidth} × ${innerHeight} ${targets.map(itself).join()}`,
  };
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Of a page into which axe has been put. */
declare const window: { axe: typeof axe };

/**
 * What axe finds in some blocks, by their numbers, or (null) in the panel or page as a whole; frames are left out, of which
 * there are none of ours.
 */
async function violationsIn(page: Page, blocks: readonly number[] | null): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource);
  return page.evaluate(async (numbers) => {
    const host = document.querySelector('calira-bookings');
    const root = host?.shadowRoot ?? document;
    const include = numbers?.flatMap((number) => root.querySelector(`[data-block="${number}"]`) ?? []);
    if (include && include.length !== numbers?.length) return ['a block of the page has gone'];
    const { violations } = await window.axe.run(include ? { include } : (host ?? document), {
      iframes: false,
      resultTypes: ['violations'],
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  }, blocks);
}

/** What happens to the focus on its way through the page by Tab. */
interface Stop {
  /** Which of the stops it is, in the order of the page; missing where it is none. */
  index: string | undefined;
  /** What is wrong about how it shows. */
  wrong: string | null;
}

/**
 * Tab leads to everything that can be used, in the order of the page (2.4.3), and wherever the focus is, it is seen:
 * it has an outline (2.4.7), which forced colours leave in place, and nothing lies over it (2.4.11).
 * @param start puts the focus before the first of these.
 */
async function expectTabReachesEverything(page: Page, start: () => Promise<unknown>): Promise<void> {
  let marked: (string | undefined)[];
  let reached: Stop[];
  // What Calira answers meanwhile may bring and take a button: then all of it is gone through again.
  do {
    await start();
    marked = await page.evaluate(marksOf, true);
    reached = [];
    for (const _ of marked) {
      await page.keyboard.press('Tab');
      reached.push(await stopAt(page));
    }
  } while ((await page.evaluate(marksOf, false)).join() !== marked.join());
  expect(reached.map(({ index }) => index)).toEqual(marked);
  expect(reached.map(({ wrong }) => wrong).filter((wrong) => wrong !== null)).toEqual([]);
}

/** In the page: the numbers of what Tab should lead to, as they are, or given anew. */
function marksOf(anew: boolean): (string | undefined)[] {
  const root = document.querySelector('calira-bookings')?.shadowRoot?.querySelector('.panel') ?? document;
  const usable = 'button, input, select, a[href], [tabindex]';
  const groups = new Set<string>();
  const stops = [...root.querySelectorAll<HTMLElement>(usable)].filter((element) => {
    if (
      element.tabIndex < 0 ||
      element.closest('[inert]') ||
      !element.checkVisibility({ visibilityProperty: true })
    )
      return false;
    if (element.matches(':disabled')) return false;
    // A group of radio buttons is one stop: the one that is chosen.
    if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true;
    return element.checked && !groups.has(element.name) && Boolean(groups.add(element.name));
  });
  if (anew) for (const [index, stop] of stops.entries()) stop.dataset.stop = String(index);
  return stops.map((stop) => stop.dataset.stop);
}

function stopAt(page: Page): Promise<Stop> {
  return page.evaluate(() => {
    const scope = document.activeElement?.shadowRoot ?? document;
    const at = scope.activeElement;
    if (!(at instanceof HTMLElement)) return { index: undefined, wrong: 'nothing has the focus' };
    const about = `${at.tagName.toLowerCase()} “${at.getAttribute('aria-label') ?? at.id ?? ''}${at.textContent?.trim().slice(0, 40)}”`;
    // Some have their outline around the field that they stand in.
    const outlined = [at, at.parentElement, at.parentElement?.parentElement].some((element) => {
      if (!element) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1.5;
    });
    const { left, top, width, height } = at.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    const inView = x >= 0 && y >= 0 && x <= innerWidth && y <= innerHeight;
    const above = inView ? scope.elementFromPoint(x, y) : null;
    const uncovered =
      above !== null && (at.contains(above) || above.contains(at) || above.closest('label')?.contains(at));
    const wrong = !outlined
      ? `no outline on ${about}`
      : !inView
        ? `out of view: ${about}`
        : uncovered
          ? null
          : `${about} lies under ${above?.className}`;
    return { index: at.dataset.stop, wrong };
  });
}

/**
 * Targets that are smaller than 24 px and have another one too near (2.5.8). A link in a sentence may be as high as its
 * line, and a box is as large as its label.
 */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.querySelector('calira-bookings')?.shadowRoot?.querySelector('.panel') ?? document;
    const least = 24;
    const isInSentence = (element: HTMLElement) =>
      getComputedStyle(element).display.startsWith('inline') &&
      [...(element.parentElement?.childNodes ?? [])].some(
        (node) => node !== element && node.nodeName === '#text' && node.textContent?.trim(),
      );
    const targets = [...root.querySelectorAll<HTMLElement>('button, input, select, a[href]')]
      .filter(
        (element) =>
          element.checkVisibility({ visibilityProperty: true }) &&
          !element.closest('[inert]') &&
          !element.matches(':disabled'),
      )
      .map((element) => {
        const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
        const boxes = [element, ...labels].map((part) => part.getBoundingClientRect());
        const left = Math.min(...boxes.map((box) => box.left));
        const top = Math.min(...boxes.map((box) => box.top));
        const right = Math.max(...boxes.map((box) => box.right));
        const bottom = Math.max(...boxes.map((box) => box.bottom));
        return { element, left, top, right, bottom };
      })
      .filter(({ element, left, top, right, bottom }) => {
        // What is scrolled out of sight lies under something else.
        const [x, y] = [(left + right) / 2, (top + bottom) / 2];
        const above = (element.getRootNode() as Document | ShadowRoot).elementFromPoint(x, y);
        const label = element.closest('label');
        return (
          right > left &&
          (!above || element.contains(above) || above.contains(element) || label?.contains(above))
        );
      });
    const small = targets.filter(
      ({ element, left, top, right, bottom }) =>
        (right - left < least || bottom - top < least) && !isInSentence(element),
    );
    /** Whether a circle of 24 px around its middle touches another target. */
    const crowded = small.filter((one) => {
      const [x, y] = [(one.left + one.right) / 2, (one.top + one.bottom) / 2];
      return targets.some((other) => {
        if (other === one) return false;
        const dx = Math.max(other.left - x, 0, x - other.right);
        const dy = Math.max(other.top - y, 0, y - other.bottom);
        const isSmall = small.includes(other);
        const middle = Math.hypot((other.left + other.right) / 2 - x, (other.top + other.bottom) / 2 - y);
        return Math.hypot(dx, dy) < least / 2 || (isSmall && middle < least);
      });
    });
    return crowded.map(
      ({ element, left, right, top, bottom }) =>
        `${Math.round(right - left)} × ${Math.round(bottom - top)}: ${element.getAttribute('aria-label') ?? element.textContent?.trim()}`,
    );
  });
}
