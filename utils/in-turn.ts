/**
 * Lets asynchronous steps happen one after the other, in the order in which they were asked for, so that what one of
 * them reads is still true when it writes.
 */
export function createTurns() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(step: () => Promise<T>): Promise<T> => {
    const mine = last.then(step);
    last = mine.catch(() => {});
    return mine;
  };
}
