import * as v from 'valibot';
import { parseAddress } from './address.ts';
import { readBuildTime } from './build-time.ts';
import type { ManagedSettings } from './managed.ts';
import { managedSettings, onPolicyChange } from './managed.ts';
import type { ReadableItem } from './stored-item.ts';
import { storedItem } from './stored-item.ts';

const address = v.pipe(
  v.string(),
  v.check((value) => parseAddress(value) === value),
);

/** Which Calira the extension talks to, and as which OAuth client. The client's secret is kept apart. */
export const caliraSettingsSchema = v.object({ clientId: v.string(), webUrl: address, apiUrl: address });
export type CaliraSettings = v.InferOutput<typeof caliraSettingsSchema>;

const builtIn = readBuildTime(import.meta.env);

/** Calira's production addresses; an institution that builds its own extension may set others. */
export const defaultCaliraSettings: CaliraSettings = {
  clientId: builtIn.clientId,
  webUrl: builtIn.webUrl,
  apiUrl: builtIn.apiUrl,
};

/** What the person has entered. */
export const chosenCaliraSettings = storedItem('local:calira', caliraSettingsSchema, defaultCaliraSettings);

function governed(chosen: CaliraSettings, policy: ManagedSettings): CaliraSettings {
  return {
    clientId: policy.clientId ?? chosen.clientId,
    webUrl: policy.caliraWebUrl ?? chosen.webUrl,
    apiUrl: policy.caliraApiUrl ?? chosen.apiUrl,
  };
}

/** What is in force: the institution's policy, and where that says nothing, what the person has entered. */
export const caliraSettings: ReadableItem<CaliraSettings> = {
  async get() {
    const [chosen, policy] = await Promise.all([chosenCaliraSettings.get(), managedSettings()]);
    return governed(chosen, policy);
  },
  watch(listener) {
    const stopChosen = chosenCaliraSettings.watch(async (now, before) => {
      const policy = await managedSettings();
      listener(governed(now, policy), governed(before, policy));
    });
    const stopPolicy = onPolicyChange(async (now, before) => {
      const chosen = await chosenCaliraSettings.get();
      listener(governed(chosen, now), governed(chosen, before));
    });
    return () => {
      stopChosen();
      stopPolicy();
    };
  },
};
