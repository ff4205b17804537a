import { signal } from '@preact/signals';

/** What somebody looks at, and what of it is being loaded. */
interface Looking {
  inView: readonly string[];
  underWay: readonly string[];
}

/**
 * Loads what rows need that somebody looks at, and no longer what only rows need that have left the view. What is on its
 * way for a row that is still in view goes on: it is not asked for twice.
 *
 * @param load loads what these need; `signal` is aborted when nobody looks at any of them.
 */
export function createLooks(load: (ids: readonly string[], signal: AbortSignal) => Promise<unknown>) {
  const looks = new Set<{ ids: readonly string[]; end: AbortController }>();
  const now = signal<Looking>({ inView: [], underWay: [] });

  function tell(inView: readonly string[]): void {
    const underWay = [...looks].flatMap((look) => (look.end.signal.aborted ? [] : look.ids));
    now.value = { inView, underWay };
  }

  return {
    now,
    async at(ids: readonly string[]): Promise<void> {
      const inView = new Set(ids);
      for (const look of looks) if (!look.ids.some((id) => inView.has(id))) look.end.abort();
      tell(ids);
      const underWay = new Set(now.value.underWay);
      const wanted = ids.filter((id) => !underWay.has(id));
      if (wanted.length === 0) return;
      const look = { ids: wanted, end: new AbortController() };
      looks.add(look);
      tell(ids);
      // Rows without details are still rows: what went wrong shows in the list's own state or in the row.
      await load(wanted, look.end.signal).catch(() => {});
      looks.delete(look);
      tell(now.value.inView);
    },
    end(): void {
      for (const { end } of looks) end.abort();
    },
  };
}
