import { expect, test } from 'vitest';
import { areDue } from '../../../utils/calira/details-life.ts';

const end = '2026-11-19T13:00:00Z';
const at = (time: string) => Date.parse(time);

test.each([
  ['of a booking to come, a moment later', '2026-11-19T09:00:00Z', '2026-11-19T09:09:00Z', false],
  ['of a booking to come, a while later', '2026-11-19T09:00:00Z', '2026-11-19T09:11:00Z', true],
  ['of one that has ended since', '2026-11-19T12:55:00Z', '2026-11-19T13:06:00Z', true],
  ['of one that had ended, a day later', '2026-11-19T13:01:00Z', '2026-11-20T13:01:00Z', false],
  ['of one that had ended, six days later', '2026-11-19T13:01:00Z', '2026-11-25T13:01:00Z', false],
  ['of one that had ended, more than a week later', '2026-11-19T13:01:00Z', '2026-11-26T13:02:00Z', true],
  [
    'that were read while the clock was ten years ahead',
    '2036-11-19T09:00:00Z',
    '2026-11-19T09:00:00Z',
    true,
  ],
])('details %s', (_what, readAt, now, due) => {
  expect(areDue(end, at(readAt), at(now))).toBe(due);
});
