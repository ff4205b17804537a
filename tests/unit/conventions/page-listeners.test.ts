import { describe, expect, test } from 'vitest';
import { pageListeners } from '../support/page-listeners.ts';

/** Whether a listener with this body asks first. */
const asks = (handler: string, before = '') =>
  pageListeners('some.tsx', `${before}\nconst one = <button onClick={${handler}} />;`).map(
    (one) => one.asksFirst,
  );

describe('a listener asks first', () => {
  test.each([
    ['that returns', '(event) => { if (!event.isTrusted) return; act(); }'],
    [
      'that returns for other reasons as well',
      '(event) => { if (!event.isTrusted || event.altKey) return; act(); }',
    ],
    ['that is one condition', '(event) => { if (event.isTrusted) act(); }'],
    ['that is one condition of several', '(event) => { if (event.isTrusted && isOpen() && !busy) act(); }'],
  ])('%s', (_how, handler) => {
    expect(asks(handler)).toEqual([true]);
    expect(asks('named', `const named = ${handler};`)).toEqual([true]);
    expect(pageListeners('some.ts', `button.addEventListener('click', ${handler});`)).toEqual([
      { name: 'button click', asksFirst: true },
    ]);
  });
});

describe('a listener does not ask first', () => {
  test.each([
    ['that never asks', '(event) => { act(); }'],
    ['that asks too late', '(event) => { act(); if (!event.isTrusted) return; more(); }'],
    ['that asks another condition before', '(event) => { if (take(event) && event.isTrusted) act(); }'],
    [
      'that returns for another reason alone',
      '(event) => { if (event.altKey || !event.isTrusted) return; act(); }',
    ],
    ['that only sometimes returns', '(event) => { if (!event.isTrusted && busy) return; act(); }'],
    ['that acts when it is not', '(event) => { if (!event.isTrusted) act(); }'],
    ['that acts before it returns', '(event) => { if (!event.isTrusted) { act(); return; } more(); }'],
    ['that acts otherwise', '(event) => { if (event.isTrusted) act(); else more(); }'],
    ['that acts afterwards', '(event) => { if (event.isTrusted) act(); more(); }'],
    ['that acts on either', '(event) => { if (event.isTrusted || busy) act(); }'],
    ['that asks another event', '(event) => { if (!other.isTrusted) return; act(); }'],
    ['that takes no event', '() => act()'],
    ['that says so in a comment', '(event) => { /* if (!event.isTrusted) return; */ act(); }'],
    ['that nobody knows here', 'model.act'],
  ])('%s', (_how, handler) => {
    expect(asks(handler)).toEqual([false]);
    expect(pageListeners('some.ts', `button.onclick = ${handler};`)).toEqual([
      { name: 'button click', asksFirst: false },
    ]);
  });

  test('that comes in a bundle of attributes', () => {
    expect(pageListeners('some.tsx', 'const one = <button {...more} />;')).toEqual([
      { name: 'button …', asksFirst: false },
    ]);
  });
});
