/** A panel that is opened all day: before a release, since it takes minutes (`npm run soak`). */
import { expect, test } from 'vitest';
import { openAuthorisationStage } from '../e2e/support/authorisation-stage.ts';
import { watchRemains } from '../e2e/support/remains.ts';

test('1 000 openings and closings leave nothing behind: no port, no listener, no element, no memory', async () => {
  await using stage = await openAuthorisationStage();
  const errors: string[] = [];
  stage.context.on('page', (page) =>
    page.on('pageerror', ({ stack, message }) => errors.push(stack ?? message)),
  );
  await stage.reset();
  const opened = await stage.connectedPanel();
  await using remains = await watchRemains(stage, opened);
  // Each is closed while its list is being read, and what it asked for is given up.
  const fault = stage.sandbox.control.addFault({ match: { path: /^\/v1\// }, times: 'always', kind: 'hang' });
  const first = await remains.after(200);
  const last = await remains.after(800);
  expect([first.ports, first.opened, last.ports, last.opened]).toEqual([0, 200, 0, 1_000]);
  // Each panel has more than a hundred listeners and several hundred nodes; the latest one may be left for a while.
  for (const what of ['listeners', 'nodes'] as const)
    expect(last[what] - first[what], what).toBeLessThan(800);
  expect((last.heap - first.heap) / 800).toBeLessThan(1_000);
  fault.remove();
  await opened.panel.open();
  await opened.panel.loaded();
  expect(errors).toEqual([]);
});
