/**
 * Does something with each of many, so many at a time, in their order.
 * @throws what the first of them throws; those that have not begun by then never do.
 */
export async function forEach<T>(
  items: readonly T[],
  atATime: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const rest = items.values();
  let failed = false;
  const runner = async () => {
    for (const item of rest) {
      if (failed) return;
      await work(item).catch((thrown) => {
        failed = true;
        throw thrown;
      });
    }
  };
  await Promise.all(Array.from({ length: atATime }, runner));
}
