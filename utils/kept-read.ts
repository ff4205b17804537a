/** A reading whose result is remembered. */
export interface KeptRead<T> {
  (): Promise<T>;
  /** To be called whenever what was read may have changed: who asks next reads afresh. */
  forget(): void;
}

/**
 * Reads when somebody asks for the first time, and again when it was told to forget: for what every request asks for, and
 * what hardly ever changes. A reading that failed is not remembered.
 */
export function keptRead<T>(read: () => Promise<T>): KeptRead<T> {
  let kept: Promise<T> | null = null;
  const ask = () => {
    if (kept) return kept;
    const mine = read();
    kept = mine;
    mine.catch(() => {
      if (kept === mine) kept = null;
    });
    return mine;
  };
  const forget = () => {
    kept = null;
  };
  return Object.assign(ask, { forget });
}
