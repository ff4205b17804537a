import type { Signal } from '@preact/signals';
import { signal } from '@preact/signals';
import type { Policy } from '../../utils/settings/managed.ts';
import { managedPolicy, onPolicyChange } from '../../utils/settings/managed.ts';

/** The institution's policy, kept up to date for as long as the page lives. */
export async function policySignal(): Promise<Signal<Policy>> {
  const policy = signal(await managedPolicy());
  onPolicyChange(async () => {
    policy.value = await managedPolicy();
  });
  return policy;
}
