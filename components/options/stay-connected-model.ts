import { computed, signal } from '@preact/signals';
import { managedSettings, onPolicyChange } from '../../utils/settings/managed.ts';
import { stayConnectedChoice } from '../../utils/settings/stay-connected.ts';
import { storedSignal } from '../ui/stored-signal.ts';

export type StayConnectedModel = Awaited<ReturnType<typeof createStayConnectedModel>>;

/** Whether the connection to Calira outlives the browser, and who decides that. */
export async function createStayConnectedModel() {
  const choice = await storedSignal(stayConnectedChoice);
  const policy = signal((await managedSettings()).stayConnected);
  onPolicyChange(async () => {
    policy.value = (await managedSettings()).stayConnected;
  });
  return {
    checked: computed(() => policy.value ?? choice.value),
    /** Whether the institution has decided. */
    managed: computed(() => policy.value !== undefined),
    choose: (stay: boolean) => void stayConnectedChoice.set(stay),
  };
}
