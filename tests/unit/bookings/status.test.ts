// @vitest-environment node

import { expect, test } from 'vitest';
import { statusTone } from '../../../utils/bookings/status.ts';

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
