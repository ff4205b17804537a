import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { startSandbox } from '../../sandbox/sandbox.ts';
import { dataFaults } from './data-faults.ts';
import { dataLine } from './data-line.ts';
import { faultLine } from './fault-line.ts';
import { faults } from './faults.ts';
import { reliabilityPage } from './page.ts';
import { caliraRequests } from './requests.ts';
import { surroundingLine, surroundings } from './surroundings.ts';

let sandbox: Sandbox;
/** Of one day, so that its bookings are the same whenever the tests are run. */
let ofOneDay: Sandbox;
const faultLines: string[] = [];
const dataLines: string[] = [];
const surroundingLines: string[] = [];

beforeAll(async () => {
  sandbox = await startSandbox();
  ofOneDay = await startSandbox({ now: () => new Date('2026-11-23T14:05:00Z') });
});
afterAll(() => Promise.all([sandbox.close(), ofOneDay.close()]));

// Each of these is a good many requests, and waits for time limits in between.
const patience = { timeout: 120_000 };

describe(
  'every request of the extension meets every fault: a sentence to read, few requests, nothing lost',
  patience,
  () => {
    test.each(faults)('$name', async (fault) => {
      for (const request of caliraRequests.filter(({ name }) => name !== fault.without)) {
        faultLines.push(await faultLine(sandbox, fault, request));
      }
    });
  },
);

describe('what can be understood of an answer is shown, and the rest is counted', patience, () => {
  test.each(dataFaults)('$name', async (fault) => {
    dataLines.push(await dataLine(ofOneDay, fault));
  });
});

describe('what happens around a request is shown by a test of its own', () => {
  test.each(surroundings)('$happens', (one) => {
    surroundingLines.push(surroundingLine(one));
  });
});

test('docs/reliability.md says exactly what was seen here (vitest -u writes it)', async () => {
  const page = reliabilityPage(faultLines, dataLines, surroundingLines);
  await expect(page).toMatchFileSnapshot(join(import.meta.dirname, '../../../docs/reliability.md'));
});
