// @vitest-environment happy-dom
/** A row's "…" is a promise: whatever happens in whatever order, details come or the row says that they cannot be had. */
import * as fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { resetExtension } from '../support/fake-extension.ts';
import { panelWorld } from '../support/panel-world.tsx';
import { silentRSpace } from '../support/silent-rspace.ts';

beforeEach(() => {
  vi.useFakeTimers();
  resetExtension();
  silentRSpace();
});
afterEach(() => vi.useRealTimers());

type World = Awaited<ReturnType<typeof panelWorld>>;

const row = fc.integer({ min: 1, max: 30 });
const nth = fc.nat(40);
const happenings = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('answer' as const), nth }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('fail' as const), nth }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('wait' as const),
      time: fc.constantFrom(0, 1, 5, 30, 80, 100, 500),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('scroll' as const), row }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('change' as const), row }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove' as const), row }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        'answerAll' as const,
        'refresh' as const,
        'stopWorker' as const,
        'decide' as const,
        'authorise' as const,
        'expire' as const,
        'clear' as const,
        'reopen' as const,
        'restore' as const,
      ),
    }),
  },
);
type Happening = typeof happenings extends fc.Arbitrary<infer T> ? T : never;

async function happen(world: World, what: Happening): Promise<void> {
  const { calira, model } = world;
  switch (what.kind) {
    case 'answer':
    case 'fail':
      return calira.settle(what.nth, what.kind);
    case 'answerAll':
      for (const request of [...calira.waiting]) request.answer();
      return;
    case 'wait':
      await vi.advanceTimersByTimeAsync(what.time);
      return;
    case 'scroll':
      return world.scroll(what.row);
    case 'change': {
      const before = calira.bookings.get(`${what.row}`);
      if (before) calira.bookings.set(before.id, { ...before, status: `${before.status}+` });
      return;
    }
    case 'remove':
      calira.bookings.delete(`${what.row}`);
      return;
    case 'refresh':
      void model.bookings.load();
      return;
    case 'reopen':
      model.hide();
      void model.show();
      return;
    case 'restore':
      dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
      return;
    default:
      await world[what.kind]();
  }
}

/** Rows stood without details for ever: their worker was stopped, and its successor forgot what it was asked for. */
const stoppedAndForgotten: Happening[] = [
  { kind: 'wait', time: 1 },
  { kind: 'answerAll' },
  { kind: 'wait', time: 100 },
  { kind: 'stopWorker' },
  { kind: 'wait', time: 1 },
  { kind: 'answerAll' },
  { kind: 'clear' },
];

test('any sequence of events leaves no row in view that promises what nobody asks for', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happenings, { minLength: 5, maxLength: 40 }), async (all) => {
      const end = new AbortController();
      const world = await panelWorld(end.signal);
      try {
        void world.model.show();
        for (const what of all) await happen(world, what);
        await world.calmDown();
        expect(world.rows().filter((text) => text.includes('…'))).toEqual([]);
        await world.readAgain();
        expect(world.listed()).toEqual(world.has());
        expect(world.rows().filter((text) => text.includes('…'))).toEqual([]);
      } finally {
        end.abort();
        await vi.advanceTimersByTimeAsync(1_000);
      }
    }),
    { numRuns: 100, examples: [[stoppedAndForgotten]] },
  );
}, 60_000);
