import { expect, test } from 'vitest';
import { isCalledOff, isCompleted, statusTone } from '../../../utils/bookings/status.ts';

test.each([
  ['Booked', 'good'],
  ['BOOKED', 'good'],
  ['completed', 'done'],
  ['In Progress', 'busy'],
  ['in_progress', 'busy'],
  ['Requested', 'busy'],
  ['Declined', 'bad'],
  ['Cancelled', 'bad'],
  ['canceled', 'bad'],
  ['Awaiting approval', 'plain'],
  ['', 'plain'],
  ['constructor', 'plain'],
  ['__proto__', 'plain'],
])('%o is shown in the tone %s', (status, tone) => {
  expect(statusTone(status)).toBe(tone);
});

test.each([
  ['Completed', true, false],
  [' COMPLETED ', true, false],
  ['Declined', false, true],
  ['cancelled', false, true],
  ['Canceled', false, true],
  ['Booked', false, false],
  ['Awaiting approval', false, false],
])('%o: completed %s, called off %s', (status, completed, off) => {
  expect([isCompleted(status), isCalledOff(status)]).toEqual([completed, off]);
});
