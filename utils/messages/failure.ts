/**
 * The closed union of everything that can go wrong for a person. Each code has a sentence in
 * `assets/locales` (a test holds that) and, wherever there is one, a button that helps.
 */
export const errorCodes = [
  'notConfigured',
  'disconnected',
  'expired',
  'accessDenied',
  'cancelled',
  'interrupted',
  'authPageFailed',
  'forbidden',
  'noLabs',
  'offline',
  'timeout',
  'unavailable',
  'rateLimited',
  'unexpectedAnswer',
  'notEditing',
  'lockedByOther',
  'readOnly',
  'signed',
  'lockLost',
  'noTextField',
  'unknownEditor',
  'selectionChanged',
  'fieldFull',
  'signedOut',
  'notOpened',
  'tableChanged',
  'insertFailed',
  'extensionUpdated',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** A failure as plain data: the only form in which one crosses from one context to another. */
export interface Failure {
  code: ErrorCode;
  /** Milliseconds after which trying again makes sense, where Calira said so (`Retry-After`). */
  retryAfter?: number;
  /** For *Copy details*: technical, untranslated, free of tokens and of names of people. */
  detail?: string;
}

/** A failure as an `Error`, inside one context. Error classes do not survive messages; codes do. */
export class CodedError extends Error {
  override readonly name = 'CodedError';
  readonly failure: Failure;

  constructor(code: ErrorCode, extra: Omit<Failure, 'code'> = {}, options?: ErrorOptions) {
    super(extra.detail ? `${code}: ${extra.detail}` : code, options);
    this.failure = { code, ...extra };
  }
}

/** @returns the failure within whatever was thrown; what nobody foresaw is an `unexpectedAnswer`. */
export function toFailure(thrown: unknown): Failure {
  if (thrown instanceof CodedError) return thrown.failure;
  if (thrown instanceof DOMException && thrown.name === 'AbortError') return { code: 'cancelled' };
  return { code: 'unexpectedAnswer', detail: thrown instanceof Error ? thrown.message : String(thrown) };
}
