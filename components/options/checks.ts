import { isLoopback, parseAddress } from '../../utils/settings/address.ts';

/** Why what a person typed cannot be used; each has a sentence under `options.problem`. */
export type Problem = 'noAddress' | 'notHttps' | 'notSaved';

/** What a person typed, in the form in which it is stored, or why it cannot be. */
export type Checked = { ok: true; value: string } | { ok: false; problem: Problem };

/** Accepts any text; blanks around it come from copying. */
export function checkText(text: string): Checked {
  return { ok: true, value: text.trim() };
}

/** Accepts an https address (http on this computer), and tells a missing `s` from nonsense. */
export function checkAddress(text: string): Checked {
  const value = parseAddress(text);
  if (value) return { ok: true, value };
  const written = text.trim();
  const url = URL.canParse(written) ? new URL(written) : null;
  return { ok: false, problem: url?.protocol === 'http:' && !isLoopback(url) ? 'notHttps' : 'noAddress' };
}
