import { describe, expect, test } from 'vitest';
import { CodedError, toFailure } from '../../../utils/messages/failure.ts';
import { settle, unwrap } from '../../../utils/messages/result.ts';

/** What is left of a value that has crossed from one context to another. */
const crossed = <T>(value: T): T => JSON.parse(JSON.stringify(value));

describe('whatever is thrown becomes plain data', () => {
  test.each([
    ['a coded error', new CodedError('offline'), { code: 'offline' }],
    [
      'one with everything',
      new CodedError(
        'rateLimited',
        { retryAfter: 7_000, detail: 'HTTP 429' },
        { cause: new Error('secret') },
      ),
      { code: 'rateLimited', retryAfter: 7_000, detail: 'HTTP 429' },
    ],
    ['an abort', new DOMException('aborted', 'AbortError'), { code: 'cancelled' }],
    ['a bug', new TypeError('x is undefined'), { code: 'unexpectedAnswer', detail: 'x is undefined' }],
    ['a string', 'no', { code: 'unexpectedAnswer', detail: 'no' }],
    ['nothing', undefined, { code: 'unexpectedAnswer', detail: 'undefined' }],
  ])('%s', (_what, thrown, failure) => {
    expect(toFailure(thrown)).toEqual(failure);
  });
});

describe('a result', () => {
  test('carries a value from one context to another', async () => {
    expect(unwrap(crossed(await settle(() => 7)))).toBe(7);
    expect(unwrap(crossed(await settle(async () => ({ id: '1' }))))).toEqual({ id: '1' });
    expect(unwrap(crossed(await settle(() => undefined)))).toBeUndefined();
  });

  test('carries a failure, thrown at once or later, and throws it on the other side', async () => {
    const failure = { code: 'rateLimited', retryAfter: 7_000, detail: 'HTTP 429' } as const;
    const fail = () => {
      throw new CodedError(failure.code, { retryAfter: 7_000, detail: 'HTTP 429' });
    };
    for (const work of [fail, async () => fail()]) {
      const result = crossed(await settle(work));
      expect(result).toEqual({ ok: false, error: failure });
      expect(() => unwrap(result)).toThrow(CodedError);
      expect(() => unwrap(result)).toThrow(expect.objectContaining({ failure }));
    }
  });

  test('names the code in the error’s message, for whoever debugs', () => {
    expect(new CodedError('offline').message).toBe('offline');
    expect(new CodedError('unavailable', { detail: 'HTTP 503' }).message).toBe('unavailable: HTTP 503');
  });
});
