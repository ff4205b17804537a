import { basename } from 'node:path';
import type { TestSpecification } from 'vitest/node';
import { BaseSequencer } from 'vitest/node';

/** What takes about a minute in a browser, and more; and of the unit tests, what waits longest. */
const long = [
  'reliability.test.ts',
  'states.test.ts',
  'load.test.ts',
  'recovery.test.ts',
  'text-fields.test.ts',
  'languages.test.ts',
  'update.test.ts',
  'saves-in-between.test.ts',
  'surfaces.test.ts',
  'policy.test.ts',
  'main-job.test.ts',
];

/**
 * Starts what takes longest first: begun last, it would run alone while the other core has nothing left to do. Vitest
 * itself goes by a file's size where it remembers no earlier run, as in a fresh clone.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = long.indexOf(basename(moduleId));
      return at < 0 ? long.length : at;
    };
    return (await super.sort(files)).sort((one, other) => rank(one) - rank(other));
  }
}
