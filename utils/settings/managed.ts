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
  /**
   * What the policy sets to a value that cannot be used, and that is therefore left to the person; of a list, with what
   * in it that is: `columns (colour)`.
   */
  unusable: string[];
}

/** Of these lists, what can be used stays in force: a policy may be mistyped, or written for a later version. */
const usable: { [K in ManagedKey]?: (one: unknown) => boolean } = {
  rspaceUrls: (one) => v.is(address, one),
  columns: (one) => typeof one === 'string' && isColumn(one.trim()),
};

/** Reads a policy, each setting by itself: a mistake in one must not undo the others. */
export function readPolicy(stored: Record<string, unknown>): Policy {
  const policy: Policy = { settings: {}, unusable: [] };
  for (const key of managedKeys) {
    const value = stored[key];
    if (value === undefined) continue;
    const isUsable = usable[key] ?? (() => true);
    const list: unknown[] | null = Array.isArray(value) ? value : null;
    const wrong = list?.filter((one) => !isUsable(one)) ?? [];
    const nothingLeft = wrong.length > 0 && wrong.length === list?.length;
    const checked = v.safeParse(settings[key], list?.filter(isUsable) ?? value);
    if (checked.success && !nothingLeft) Object.assign(policy.settings, { [key]: checked.output });
    if (wrong.length > 0) policy.unusable.push(`${key} (${wrong.map(shortText).join(', ')})`);
    else if (!checked.success) policy.unusable.push(key);
  }
  return policy;
}

/** As much of a value as is needed to find it in the policy. */
function shortText(value: unknown): string {
  return (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 80);
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
