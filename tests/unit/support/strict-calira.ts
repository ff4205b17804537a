import type { TokenPair } from '../../../utils/calira/oauth.ts';
import type { ErrorCode } from '../../../utils/messages/failure.ts';
import { CodedError } from '../../../utils/messages/failure.ts';

/** How the next request for tokens goes: as it should, not at all, or well at Calira with the answer lost. */
export type NextAnswer = 'well' | 'lost' | 'held' | Exclude<ErrorCode, 'expired'>;

/**
 * A Calira that rotates refresh tokens strictly, as far as a session can notice, and that keeps book: which tokens are
 * good, who has been told what.
 */
export function createStrictCalira(now: () => number) {
  const good = new Set<string>();
  /** Every refresh token that an answer has brought to the extension. */
  const told = new Set<string>();
  /** Refresh tokens of which Calira has answered that they are used. */
  const answered = new Set<string>();
  const state = { next: 'well' as NextAnswer, sentTwice: 0, refusals: 0, last: null as string | null };
  let issued = 0;
  let release = () => {};

  function issue(): TokenPair {
    issued += 1;
    good.add(`refresh-${issued}`);
    return {
      accessToken: `access-${issued}`,
      refreshToken: `refresh-${issued}`,
      expiresAt: now() + 7_200_000,
    };
  }

  async function answer(work: () => TokenPair, spent = ''): Promise<TokenPair> {
    const how = state.next;
    state.next = 'well';
    if (how !== 'well' && how !== 'lost' && how !== 'held') throw new CodedError(how);
    const pair = work();
    if (how === 'lost') throw new CodedError('offline');
    if (how === 'held') {
      await new Promise<void>((resolve) => {
        release = resolve;
      });
    }
    // The extension knows that a token is used only if it hears so.
    answered.add(spent);
    // Answers may overtake each other; tokens are numbered as they were issued.
    const number = (token: string | null) => Number(token?.split('-')[1] ?? 0);
    if (number(pair.refreshToken) > number(state.last)) state.last = pair.refreshToken;
    told.add(pair.refreshToken ?? '');
    return pair;
  }

  return {
    good,
    told,
    state,
    exchange: () => answer(issue),
    refresh: (token: string) =>
      answer(() => {
        if (answered.has(token)) state.sentTwice += 1;
        if (!good.has(token)) {
          state.refusals += 1;
          throw new CodedError('expired');
        }
        good.delete(token);
        return issue();
      }, token),
    async revoke(token: string): Promise<void> {
      if (state.next === 'offline') throw new CodedError('offline');
      good.delete(token);
    },
    /** Lets a held answer go on. */
    release: () => release(),
  };
}

export type StrictCalira = ReturnType<typeof createStrictCalira>;
