/** The session's policy as a state machine: whatever happens in whatever order, its invariants hold. */
import * as fc from 'fast-check';
import { test } from 'vitest';
import type { Model, Real } from '../support/session-commands.ts';
import { sessionCommands } from '../support/session-commands.ts';
import { createStrictWorld } from '../support/strict-world.ts';

async function begin(): Promise<{ model: Model; real: Real }> {
  const { world, calira } = await createStrictWorld();
  return { model: { authorised: false }, real: { world, calira, worker: world.worker() } };
}

test('any sequence of expiry, refresh, failure, stop and disconnect keeps what the session promises', async () => {
  const sequences = fc.commands(sessionCommands, { size: 'medium', maxCommands: 40 });
  await fc.assert(
    fc.asyncProperty(sequences, async (commands) => {
      const world = await begin();
      await fc.asyncModelRun(() => world, commands);
    }),
    { numRuns: 150 },
  );
}, 60_000);
