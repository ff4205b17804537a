interface Running<T> {
  promise: Promise<T>;
  controller: AbortController;
  waiting: number;
}

/**
 * Does a piece of work once for everybody who wants it at the same time, and cancels it when the last of them
 * has gone.
 *
 * @returns a function that joins the work named `key` or starts it; it rejects with `signal`'s reason as soon as
 *   the caller no longer wants it, whether or not the others go on.
 */
export function createSharedWork<T>() {
  const running = new Map<string, Running<T>>();

  function begin(key: string, start: (signal: AbortSignal) => Promise<T>): Running<T> {
    const controller = new AbortController();
    const promise = start(controller.signal).finally(() => {
      // Work that was cancelled ends later than the work that has taken its place may begin.
      if (running.get(key) === work) running.delete(key);
      // Where one part of it has failed, nobody needs the others.
      controller.abort();
    });
    const work: Running<T> = { promise, controller, waiting: 0 };
    running.set(key, work);
    return work;
  }

  return async (
    key: string,
    start: (signal: AbortSignal) => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T> => {
    signal?.throwIfAborted();
    const work = running.get(key) ?? begin(key, start);
    work.waiting += 1;
    const left = Promise.withResolvers<never>();
    const leave = () => left.reject(signal?.reason);
    signal?.addEventListener('abort', leave);
    try {
      return await Promise.race([work.promise, left.promise]);
    } finally {
      signal?.removeEventListener('abort', leave);
      work.waiting -= 1;
      if (work.waiting === 0 && signal?.aborted) {
        if (running.get(key) === work) running.delete(key);
        work.controller.abort(signal.reason);
      }
    }
  };
}
