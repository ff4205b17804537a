/** What an institution's policy says (`storage.managed`, described by `managed-schema.json`). Policy wins. */
import * as v from 'valibot';
import { browser } from 'wxt/browser';

const schema = v.object({ stayConnected: v.exactOptional(v.boolean()) });
export type ManagedSettings = v.InferOutput<typeof schema>;

/** @returns the policy, checked; nothing where there is none. */
export async function managedSettings(): Promise<ManagedSettings> {
  // Firefox rejects where no policy is installed; Chromium answers with an empty object.
  const stored: unknown = await browser.storage.managed.get(null).catch(() => ({}));
  const checked = v.safeParse(schema, stored);
  return checked.success ? checked.output : {};
}

/** Calls `listener` when the policy has changed. */
export function onPolicyChange(listener: () => void): void {
  browser.storage.onChanged.addListener((_, area) => {
    if (area === 'managed') listener();
  });
}
