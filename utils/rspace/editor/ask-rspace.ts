/** What a server says to the question whether it is an RSpace. */
export type RSpaceAnswer =
  | { kind: 'rspace'; version: string | null }
  /** Something answered, and not as RSpace does. */
  | { kind: 'other' }
  | { kind: 'unreachable' };

/**
 * Asks a server for RSpace's `/public/status` and `/public/version`, which need no login. It is also run in a page
 * (`scripting.executeScript`), and therefore uses nothing from outside itself.
 *
 * @param origin the server's address, ending in a slash.
 */
export async function askRSpace(origin: string): Promise<RSpaceAnswer> {
  // A proxy in front of an RSpace may want its own session's cookie.
  const read = async (path: string) => {
    const answer = await fetch(origin + path, { credentials: 'include', signal: AbortSignal.timeout(8_000) });
    return answer.ok ? (await answer.text()).slice(0, 200).trim() : '';
  };
  try {
    if ((await read('public/status')) !== 'RSpace OK') return { kind: 'other' };
    const version = await read('public/version').catch(() => '');
    return { kind: 'rspace', version: /^[\w.+-]{1,40}$/.test(version) ? version : null };
  } catch {
    return { kind: 'unreachable' };
  }
}
