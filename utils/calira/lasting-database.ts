import type { LastingStore } from './kept-secret.ts';

/**
 * A database that the browser may refuse altogether (a damaged profile, a policy, a private window): there is nothing
 * in it then, and nothing stays. A call that fails in a database that works otherwise is a failure, as ever.
 */
export function createLastingDatabase(database: LastingStore): LastingStore {
  /** Whether it has worked since this worker started. */
  let works = false;

  async function attempt(work: () => Promise<unknown>): Promise<unknown> {
    try {
      const result = await work();
      works = true;
      return result;
    } catch (thrown) {
      if (works) throw thrown;
      return undefined;
    }
  }

  return {
    get: (key) => attempt(() => database.get(key)),
    set: (key, value) => database.set(key, value),
    del: async (key) => void (await attempt(() => database.del(key))),
  };
}
