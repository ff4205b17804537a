import type { Failure } from './failure.ts';
import { CodedError, toFailure } from './failure.ts';

/** How one context answers another: messages carry no error classes, so a result is plain data. */
export type Result<T> = { ok: true; value: T } | { ok: false; error: Failure };

/** Runs `work` and turns what it returns or throws into a result. Never rejects. */
export async function settle<T>(work: () => T | Promise<T>): Promise<Result<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (thrown) {
    return { ok: false, error: toFailure(thrown) };
  }
}

/**
 * @returns the value of a good result.
 * @throws {CodedError} with the failure of a bad one.
 */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  const { code, ...extra } = result.error;
  throw new CodedError(code, extra);
}
