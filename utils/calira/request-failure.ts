import { HTTPError, isNetworkError, isTimeoutError } from 'ky';
import { CodedError } from '../messages/failure.ts';
import { missingScope, scopeDetail } from './missing-scope.ts';
import { retryAfterOf } from './retry-after.ts';

/** Sorts what a request to Calira's API throws into the extension's codes. */
export function requestFailure(thrown: unknown): CodedError {
  if (thrown instanceof CodedError) return thrown;
  const cause = { cause: thrown };
  if (thrown instanceof DOMException && thrown.name === 'AbortError')
    return new CodedError('cancelled', {}, cause);
  if (isTimeoutError(thrown)) return new CodedError('timeout', {}, cause);
  // A connection that breaks in the middle of an answer is fetch's own TypeError: ky lets it through.
  if (isNetworkError(thrown) || thrown instanceof TypeError) return new CodedError('offline', {}, cause);
  if (thrown instanceof HTTPError) return fromStatus(thrown.response, cause);
  // Whatever is left arrived, but was not what it should be: no JSON, or not of the documented shape.
  return new CodedError(
    'unexpectedAnswer',
    { detail: thrown instanceof Error ? thrown.name : 'answer' },
    cause,
  );
}

function fromStatus({ status, url, headers }: Response, cause: ErrorOptions): CodedError {
  const detail = `HTTP ${status} ${new URL(url).pathname}`;
  if (status === 403) {
    const scope = missingScope(headers.get('www-authenticate'));
    return new CodedError('forbidden', { detail: scope ? scopeDetail(scope) : detail }, cause);
  }
  if (status === 408) return new CodedError('timeout', { detail }, cause);
  if (status === 429) {
    return new CodedError('rateLimited', { detail, retryAfter: retryAfterOf(headers) }, cause);
  }
  if (status >= 500) return new CodedError('unavailable', { detail }, cause);
  return new CodedError('unexpectedAnswer', { detail }, cause);
}

/** @returns whether Calira refused the access token. */
export function isUnauthorised(thrown: unknown): boolean {
  return thrown instanceof HTTPError && thrown.response.status === 401;
}
