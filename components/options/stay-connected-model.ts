import { computed, signal } from '@preact/signals';
import { managedSettings, onPolicyChange } from '../../utils/settings/managed.ts';
import { stayConnectedChoice } from '../../utils/settings/stay-connected.ts';
import { storedChoice } from '../ui/stored-choice.ts';

export type StayConnectedModel = Awaited<ReturnType<typeof createStayConnectedModel>>;

/** Whether the connection to Calira outlives the browser, and who decides that. */
export async function createStayConnectedModel() {
  const choice = await storedChoice(stayConnectedChoice);
  const policy = signal((await managedSettings()).stayConnected);
  onPolicyChange(async () => {
    policy.value = (await managedSettings()).stayConnected;
  });
  return {
    checked: computed(() => policy.value ?? choice.value.value),
    /** Whether the institution has decided. */
    managed: computed(() => policy.value !== undefined),
    choose: (stay: boolean) => void choice.choose(stay, () => stayConnectedChoice.set(stay)),
  };
}
