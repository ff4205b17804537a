import * as oauth from 'oauth4webapi';
import { CodedError } from '../messages/failure.ts';
import { retryAfterOf } from './retry-after.ts';

/** The `error` word of an OAuth answer and the response that carried it, wherever the library put them. */
function answered(thrown: unknown): { error: string | undefined; response: Response } | null {
  // Doorkeeper repeats its error in WWW-Authenticate, and oauth4webapi looks there first.
  if (thrown instanceof oauth.WWWAuthenticateChallengeError) {
    return { error: thrown.cause[0]?.parameters.error, response: thrown.response };
  }
  if (thrown instanceof oauth.ResponseBodyError) return { error: thrown.error, response: thrown.response };
  const { cause } = thrown as Error;
  return cause instanceof Response ? { error: undefined, response: cause } : null;
}

/**
 * Sorts what oauth4webapi throws into the extension's codes. Only Calira's own `invalid_grant` is `expired`:
 * a lost network, a 5xx or a timeout never signs anyone out.
 */
export function oauthFailure(thrown: unknown): CodedError {
  if (thrown instanceof CodedError) return thrown;
  const cause = { cause: thrown };
  if (thrown instanceof oauth.AuthorizationResponseError) {
    const code = thrown.error === 'access_denied' ? 'accessDenied' : 'unexpectedAnswer';
    return new CodedError(code, { detail: `authorize: ${thrown.error.slice(0, 80)}` }, cause);
  }
  // What ends an answer in the middle arrives as the cause of oauth4webapi's own error.
  const ended = thrown instanceof oauth.OperationProcessingError ? thrown.cause : thrown;
  if (ended instanceof DOMException && ended.name === 'AbortError')
    return new CodedError('cancelled', {}, cause);
  if (ended instanceof DOMException && ended.name === 'TimeoutError')
    return new CodedError('timeout', {}, cause);
  // oauth4webapi lets fetch's own errors through: a TypeError without a code is a network that failed.
  if (ended instanceof TypeError && !('code' in ended)) return new CodedError('offline', {}, cause);
  const answer = answered(thrown);
  if (answer) return fromAnswer(answer.error, answer.response, cause);
  const detail = thrown instanceof Error ? `oauth: ${thrown.message}` : 'oauth';
  return new CodedError('unexpectedAnswer', { detail }, cause);
}

function fromAnswer(error: string | undefined, response: Response, cause: ErrorOptions): CodedError {
  const { status } = response;
  const detail = `oauth: HTTP ${status}${error ? ` ${error.slice(0, 80)}` : ''}`;
  if (error === 'invalid_grant') return new CodedError('expired', { detail }, cause);
  if (status === 429) {
    return new CodedError(
      'rateLimited',
      {
        detail,
        retryAfter: retryAfterOf(response.headers),
      },
      cause,
    );
  }
  if (status === 408) return new CodedError('timeout', { detail }, cause);
  if (status >= 500) return new CodedError('unavailable', { detail }, cause);
  return new CodedError('unexpectedAnswer', { detail }, cause);
}
