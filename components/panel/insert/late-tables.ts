import { signal } from '@preact/signals';
import type * as tables from './tables.ts';

export type Tables = typeof tables;

/**
 * What makes, changes and shows tables, and what else few people open at once. It is a fifth of the panel, and not on the
 * page before somebody selects a booking, expands one, or opens a sheet.
 *
 * @param bring has it come, or throws a `CodedError`.
 */
export function createLateTables(bring: () => Promise<Tables>) {
  /** Null until it is there. */
  const here = signal<Tables | null>(null);
  let coming: Promise<Tables> | null = null;

  async function come(): Promise<Tables> {
    try {
      here.value = await bring();
      return here.value;
    } catch (thrown) {
      coming = null;
      throw thrown;
    }
  }

  return {
    here,
    /** @throws {CodedError} why it does not come. */
    need(): Promise<Tables> {
      coming ??= come();
      return coming;
    },
  };
}

export type LateTables = ReturnType<typeof createLateTables>;
