import { i18n } from '#i18n';
import type { ErrorCode } from '../../utils/messages/failure.ts';

/** @returns the sentence that a person reads for an error code. A test fails when a code has none. */
export function failureSentence(code: ErrorCode): string {
  return i18n.t(`error.${code}`);
}
