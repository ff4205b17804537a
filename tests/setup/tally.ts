/** How many things were checked, and how many of them were wrong. */
export interface Tally {
  passed: number;
  failed: number;
}

/** A step that is one check: it went well or it did not. */
export function tallyOfStep(succeeded: boolean): Tally {
  return succeeded ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

export function sum(tallies: readonly Tally[]): Tally {
  return {
    passed: tallies.reduce((total, { passed }) => total + passed, 0),
    failed: tallies.reduce((total, { failed }) => total + failed, 0),
  };
}
