import type { ReadonlySignal } from '@preact/signals';
import { computed, signal } from '@preact/signals';
import type { ConnectionReport } from '../../utils/calira/connection-report.ts';
import { askBackground } from '../../utils/messages/surface-client.ts';

export type ConnectionTestState =
  | { kind: 'asking' }
  /** The test itself could not be made. */
  | { kind: 'failed' }
  /** What a field says cannot be saved, and so not be tested. */
  | { kind: 'unsaved' }
  | { kind: 'told'; report: ConnectionReport };

/**
 * @param tested what the fields say: what was found goes when they say something else.
 * @param stored saves what was just typed, since the background tests what is stored. Tells whether everything could be.
 */
export function createConnectionTest(tested: ReadonlySignal<string>, stored: () => Promise<boolean>) {
  const latest = signal<{ of: string; state: ConnectionTestState } | null>(null);
  return {
    state: computed(() => (latest.value?.of === tested.value ? latest.value.state : null)),
    async test(): Promise<void> {
      const of = tested.value;
      latest.value = { of, state: { kind: 'asking' } };
      try {
        const state: ConnectionTestState = (await stored())
          ? { kind: 'told', report: await askBackground('testConnection', {}) }
          : { kind: 'unsaved' };
        latest.value = { of, state };
      } catch {
        latest.value = { of, state: { kind: 'failed' } };
      }
    },
  };
}
