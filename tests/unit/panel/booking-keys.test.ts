import { describe, expect, test } from 'vitest';
import { actionOf, placeAfter } from '../../../components/panel/list/booking-keys.ts';

const pressed = (key: string) => {
  const [letter = '', ...held] = key.split('+').toReversed();
  const has = (name: string) => held.includes(name);
  const keys = { altKey: has('Alt'), ctrlKey: has('Ctrl'), metaKey: has('Meta'), shiftKey: has('Shift') };
  return actionOf({ key: letter, ...keys } as KeyboardEvent);
};

describe('at a booking', () => {
  test.each([
    ['ArrowDown', 'move'],
    ['Shift+ArrowDown', 'move'],
    ['PageUp', 'move'],
    ['End', 'move'],
    ['ArrowRight', 'expand'],
    ['ArrowLeft', 'fold'],
    ['Enter', 'toggleDetails'],
    ['Ctrl+a', 'selectAll'],
    ['Meta+a', 'selectAll'],
    // Caps Lock.
    ['Ctrl+A', 'selectAll'],
    // The browser's own: back, forward, home, tabs, windows.
    ['Alt+ArrowLeft', undefined],
    ['Alt+ArrowRight', undefined],
    ['Meta+ArrowLeft', undefined],
    ['Alt+Home', undefined],
    ['Ctrl+PageDown', undefined],
    ['Ctrl+Shift+A', undefined],
    // AltGr, with which some keyboards write.
    ['Ctrl+Alt+a', undefined],
    ['a', undefined],
    ['toString', undefined],
  ])('%s does %s', (key, kind) => {
    expect(pressed(key)?.kind).toBe(kind);
  });
});

test.each([
  [0, 'ArrowUp', 0],
  [0, 'ArrowDown', 1],
  [19, 'ArrowDown', 19],
  [4, 'PageUp', 0],
  [4, 'PageDown', 10],
  [7, 'Home', 0],
  [7, 'End', 19],
] as const)('from place %i, %s leads to %i of 20', (at, key, to) => {
  expect(placeAfter(at, key, 6, 20)).toBe(to);
});
