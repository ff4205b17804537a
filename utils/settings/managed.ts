/** What an institution's policy says (`storage.managed`, described by `managed-schema.json`). Policy wins. */
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { parseAddress } from './address.ts';
import { isColumn } from './columns.ts';

const text = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(500));
const address = v.pipe(
  v.string(),
  v.transform(parseAddress),
  v.check((parsed): parsed is string => parsed !== null),
  v.transform((parsed) => parsed ?? ''),
);
/** A page, or a mail address. */
const support = v.pipe(v.string(), v.trim(), v.url(), v.regex(/^(https|mailto):/));

const settings = {
  /** `false` switches the whole extension off. */
  enabled: v.boolean(),
  clientId: text,
  clientSecret: text,
  caliraWebUrl: address,
  caliraApiUrl: address,
  /** RSpace servers that people are offered to enable: a policy cannot grant a host. */
  rspaceUrls: v.array(address),
  /** The columns of inserted tables, in their order. */
  columns: v.array(text),
  stayConnected: v.boolean(),
  /** Whether the welcome page opens after the installation. */
  welcomePage: v.boolean(),
  supportUrl: support,
};

type Settings = typeof settings;
export type ManagedSettings = { [K in keyof Settings]?: v.InferOutput<Settings[K]> };
export type ManagedKey = keyof ManagedSettings;

/** The names of everything that a policy can set. */
export const managedKeys = Object.keys(settings) as ManagedKey[];

export interface Policy {
  settings: ManagedSettings;
  /** What the policy sets to a value that cannot be used, and that is therefore left to the person. */
  unusable: ManagedKey[];
}

/** Reads a policy, each setting by itself: a mistake in one must not undo the others. */
export function readPolicy(stored: Record<string, unknown>): Policy {
  const policy: Policy = { settings: {}, unusable: [] };
  for (const key of managedKeys) {
    if (stored[key] === undefined) continue;
    const checked = v.safeParse(settings[key], stored[key]);
    if (checked.success) Object.assign(policy.settings, { [key]: checked.output });
    else policy.unusable.push(key);
  }
  // Those that there are stay in force: a policy may be written for a later version.
  if (policy.settings.columns?.some((name) => !isColumn(name))) policy.unusable.push('columns');
  return policy;
}

/** Firefox rejects where no policy is installed; Chromium answers with an empty object. */
function storedPolicy(): Promise<Record<string, unknown>> {
  return browser.storage.managed.get(null).catch(() => ({}));
}

/** @returns the policy, checked; nothing where there is none. */
export async function managedPolicy(): Promise<Policy> {
  return readPolicy(await storedPolicy());
}

/** @returns the settings of the policy, checked; none where there is no policy. */
export async function managedSettings(): Promise<ManagedSettings> {
  return (await managedPolicy()).settings;
}

/** @returns whether the institution has switched the whole extension off. */
export async function isSwitchedOff(): Promise<boolean> {
  return (await managedSettings()).enabled === false;
}

/**
 * Calls `listener` with the policy as it is now, and as it was before, whenever it has changed.
 * @returns how to stop.
 */
export function onPolicyChange(
  listener: (now: ManagedSettings, before: ManagedSettings) => void,
): () => void {
  const receive = async (changes: Record<string, { oldValue?: unknown }>, area: string) => {
    if (area !== 'managed') return;
    const now = await storedPolicy();
    const old = Object.fromEntries(Object.entries(changes).map(([key, { oldValue }]) => [key, oldValue]));
    listener(readPolicy(now).settings, readPolicy({ ...now, ...old }).settings);
  };
  browser.storage.onChanged.addListener(receive);
  return () => browser.storage.onChanged.removeListener(receive);
}
