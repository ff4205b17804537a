/** Resolves when everything that can happen without waiting for anybody has happened: promises, and what was due at once. */
export const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
