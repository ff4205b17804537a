/**
 * Lets those who ask at the same time share one reading. Who asks when it is over reads afresh: nothing is remembered
 * that might have changed.
 */
export function sharedRead<T>(read: () => Promise<T>): () => Promise<T> {
  let underWay: Promise<T> | null = null;
  return () => {
    underWay ??= read().finally(() => {
      underWay = null;
    });
    return underWay;
  };
}
