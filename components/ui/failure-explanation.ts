import { i18n } from '#i18n';
import { scopeOf } from '../../utils/calira/missing-scope.ts';
import type { Failure } from '../../utils/messages/failure.ts';
import { failureSentence } from './failure-sentence.ts';

/** @returns the sentence for a failure, and of a refusal by Calira what is missing and who can help. */
export function failureExplanation({ code, detail }: Failure): string {
  if (code !== 'forbidden') return failureSentence(code);
  const scope = scopeOf(detail);
  return scope ? i18n.t('forbidden.scope', [scope]) : `${failureSentence(code)} ${i18n.t('forbidden.help')}`;
}
