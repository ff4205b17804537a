import { createTurns } from '../in-turn.ts';
import type { StoredItem } from '../settings/stored-item.ts';
import type { Connection } from './connection.ts';

/** The stored state of the connection, changed by one step after the other. */
export interface ConnectionChanges {
  get(): Promise<Connection>;
  /** @param next makes the next state from the stored one; the same object means no change. @returns the next state. */
  change(next: (before: Connection) => Connection): Promise<Connection>;
}

export function createConnectionChanges(item: StoredItem<Connection>): ConnectionChanges {
  const inTurn = createTurns();
  return {
    get: item.get,
    change: (next) =>
      inTurn(async () => {
        const before = await item.get();
        const after = next(before);
        if (after !== before) await item.set(after);
        return after;
      }),
  };
}
