import { join } from 'node:path';
import { parseMessagesFile } from '@wxt-dev/i18n/build';
import type { Failure } from '../../../utils/messages/failure.ts';

const messages = await parseMessagesFile(join(import.meta.dirname, '../../../assets/locales/en.yml'));
const sentences = new Map(
  messages.flatMap((message) => {
    const [place, code = ''] = message.key;
    return place === 'error' && 'message' in message ? [[code, message.message] as const] : [];
  }),
);

/** Of a wait in milliseconds, what stays the same however long the test itself takes. */
function rough(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  if (seconds >= 3600) return 'an hour';
  return `${seconds > 20 ? Math.ceil(seconds / 10) * 10 : seconds} s`;
}

/** @returns what a person reads of a failure. */
export function spoken({ code, retryAfter }: Failure): string {
  const sentence = sentences.get(code);
  if (!sentence) throw new Error(`${code} has no sentence`);
  return retryAfter === undefined ? sentence : `${sentence} (again in ${rough(retryAfter)})`;
}
