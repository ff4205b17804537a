import type { ReadonlySignal } from '@preact/signals';
import { computed, signal } from '@preact/signals';
import type { ConnectionReport } from '../../utils/calira/connection-report.ts';
import { askBackground } from '../../utils/messages/surface-client.ts';

export type ConnectionTestState =
  | { kind: 'asking' }
  /** The test itself could not be made. */
  | { kind: 'failed' }
  | { kind: 'told'; report: ConnectionReport };

/**
 * @param tested what the fields say: what was found goes when they say something else.
 * @param stored saves what was just typed, since the background tests what is stored.
 */
export function createConnectionTest(tested: ReadonlySignal<string>, stored: () => Promise<unknown>) {
  const latest = signal<{ of: string; state: ConnectionTestState } | null>(null);
  return {
    state: computed(() => (latest.value?.of === tested.value ? latest.value.state : null)),
    async test(): Promise<void> {
      const of = tested.value;
      latest.value = { of, state: { kind: 'asking' } };
      try {
        await stored();
        latest.value = { of, state: { kind: 'told', report: await askBackground('testConnection', {}) } };
      } catch {
        latest.value = { of, state: { kind: 'failed' } };
      }
    },
  };
}
