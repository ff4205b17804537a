import { signal } from '@preact/signals';

/** What somebody looks at, and what of it is being loaded. */
interface Looking {
  inView: readonly string[];
  underWay: readonly string[];
}

/**
 * Loads what rows need that somebody looks at, and no longer what only rows need that have left the view. What is on its
 * way for a row that is still in view goes on: it is not asked for twice. Where it comes to nothing, and somebody has
 * looked again meanwhile, it is asked for anew.
 *
 * @param load loads what these need; `signal` is aborted when nobody looks at any of them.
 * @param isWanted whether a row still needs anything.
 */
export function createLooks(
  load: (ids: readonly string[], signal: AbortSignal) => Promise<unknown>,
  isWanted: (id: string) => boolean,
) {
  const looks = new Set<{ ids: readonly string[]; end: AbortController }>();
  /** What somebody has looked at again while it was on its way. */
  const awaited = new Set<string>();
  const now = signal<Looking>({ inView: [], underWay: [] });

  function tell(inView: readonly string[]): void {
    const underWay = [...looks].flatMap((look) => (look.end.signal.aborted ? [] : look.ids));
    now.value = { inView, underWay };
  }

  async function ask(ids: readonly string[]): Promise<void> {
    const look = { ids, end: new AbortController() };
    looks.add(look);
    tell(now.value.inView);
    // Rows without details are still rows: what went wrong shows in the list's own state or in the row.
    await load(ids, look.end.signal).catch(() => {});
    looks.delete(look);
    const { inView } = now.value;
    tell(inView);
    // As often as somebody has looked, and no more: what comes to nothing again and again is not asked for without end.
    const again = ids.filter((id) => awaited.delete(id) && isWanted(id) && inView.includes(id));
    if (again.length > 0) await ask(again);
  }

  return {
    now,
    async at(ids: readonly string[]): Promise<void> {
      const inView = new Set(ids);
      for (const look of looks) if (!look.ids.some((id) => inView.has(id))) look.end.abort();
      tell(ids);
      const underWay = new Set(now.value.underWay);
      const wanted = ids.filter(isWanted);
      for (const id of wanted) if (underWay.has(id)) awaited.add(id);
      const first = wanted.filter((id) => !underWay.has(id));
      if (first.length > 0) await ask(first);
    },
    /** Nobody looks any longer. */
    end(): void {
      for (const { end } of looks) end.abort();
      tell([]);
    },
  };
}
