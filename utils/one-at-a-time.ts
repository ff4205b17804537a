/** Work that can be cancelled, one piece at a time. Whoever begins anew, or cancels, says how things stand. */
export function createOneAtATime() {
  let running: AbortController | null = null;
  const cancel = () => running?.abort();

  /** @param failed told what was thrown, unless nobody waits for this piece any more. */
  async function run(
    work: (signal: AbortSignal) => Promise<void>,
    failed: (thrown: unknown) => void,
  ): Promise<void> {
    cancel();
    const mine = new AbortController();
    running = mine;
    try {
      await work(mine.signal);
    } catch (thrown) {
      if (!mine.signal.aborted) failed(thrown);
    }
  }

  return { run, cancel };
}
