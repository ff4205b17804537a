/** happy-dom has no Web Locks: one that lets everybody wait for the one before of its name is enough. */
export function fakeLocks(): void {
  const last = new Map<string, Promise<unknown>>();
  const request = (name: string, work: () => Promise<unknown>) => {
    const mine = (last.get(name) ?? Promise.resolve()).then(work, work);
    last.set(
      name,
      mine.catch(() => {}),
    );
    return mine;
  };
  Object.defineProperty(navigator, 'locks', { value: { request }, configurable: true });
}
