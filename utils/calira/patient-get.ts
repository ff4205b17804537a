/** Reads JSON over HTTP with patience: what is lost on the way is asked for again. */
import { retryAfterOf } from './retry-after.ts';

/** How long a request may take and how often it is tried. Times are in milliseconds. */
export interface Patience {
  /** Until an answer begins. */
  timeout: number;
  /** Until the answer has been read, whatever it took. */
  totalTimeout: number;
  retry: {
    /** So many tries besides the first. */
    limit: number;
    /** The answers that are asked for again. */
    statusCodes: readonly number[];
    /** How long to wait before the try that follows so many. */
    delay(tries: number): number;
    /** How much longer to wait where the answer asks for it. */
    maxRetryAfter: number;
  };
}

/** An answer that is no success. */
export class HttpError extends Error {
  override readonly name = 'HttpError';
  readonly response: Response;

  constructor(response: Response) {
    super(`HTTP ${response.status}`);
    this.response = response;
  }
}

export interface Answer {
  headers: Headers;
  json: unknown;
}

/**
 * @throws {HttpError} for an answer that is no success.
 * @throws {DOMException} `TimeoutError` when patience ends; whatever `signal` was aborted with.
 * @throws {TypeError} where the network fails, and {SyntaxError} where the answer is no JSON.
 */
export async function patientGet(
  url: URL,
  headers: Record<string, string>,
  { timeout, totalTimeout, retry }: Patience,
  signal?: AbortSignal,
): Promise<Answer> {
  const total = AbortSignal.timeout(totalTimeout);
  const end = signal ? AbortSignal.any([signal, total]) : total;

  /** One try, until an answer begins. */
  async function ask(): Promise<Response> {
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(timedOut()), timeout);
    try {
      const response = await fetch(url, { headers, signal: AbortSignal.any([end, late.signal]) });
      if (response.ok) return response;
      // Nobody reads it: the connection is free for others.
      response.body?.cancel().catch(() => {});
      throw new HttpError(response);
    } finally {
      clearTimeout(timer);
    }
  }

  /** @returns how long to wait until the next try, null where there is none. */
  function waitAfter(thrown: unknown, tries: number): number | null {
    if (tries > retry.limit) return null;
    if (!(thrown instanceof HttpError)) return retry.delay(tries);
    const { status, headers } = thrown.response;
    if (!retry.statusCodes.includes(status)) return null;
    if (status !== 503 || !headers.has('retry-after')) return retry.delay(tries);
    return Math.min(retryAfterOf(headers), retry.maxRetryAfter);
  }

  async function askAgain(tries: number): Promise<Response> {
    try {
      return await ask();
    } catch (thrown) {
      const wait = waitAfter(thrown, tries);
      if (wait === null || end.aborted) throw thrown;
      await pause(wait, end);
      return askAgain(tries + 1);
    }
  }

  try {
    const response = await askAgain(1);
    return { headers: response.headers, json: await response.json() };
  } catch (thrown) {
    // A browser may call an answer that is ended in its middle "aborted", whatever ended it.
    end.throwIfAborted();
    throw thrown;
  }
}

const timedOut = () => new DOMException('No answer in time.', 'TimeoutError');

/** @throws the reason of `end`, when that comes first. */
async function pause(duration: number, end: AbortSignal): Promise<void> {
  const over = Promise.withResolvers<void>();
  const timer = setTimeout(over.resolve, duration);
  const stop = () => over.reject(end.reason);
  end.addEventListener('abort', stop, { once: true });
  await over.promise.finally(() => {
    clearTimeout(timer);
    end.removeEventListener('abort', stop);
  });
}
