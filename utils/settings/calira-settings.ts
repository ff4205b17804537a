import * as v from 'valibot';
import { parseAddress } from './address.ts';
import { storedItem } from './stored-item.ts';

const address = v.pipe(
  v.string(),
  v.check((value) => parseAddress(value) === value),
);

/** Which Calira the extension talks to, and as which OAuth client. The client's secret is kept apart. */
export const caliraSettingsSchema = v.object({ clientId: v.string(), webUrl: address, apiUrl: address });
export type CaliraSettings = v.InferOutput<typeof caliraSettingsSchema>;

/** Calira's production addresses; an institution that builds its own extension may set others. */
export const defaultCaliraSettings: CaliraSettings = {
  clientId: import.meta.env.WXT_CALIRA_CLIENT_ID ?? '',
  webUrl: import.meta.env.WXT_CALIRA_WEB_URL ?? 'https://app.clustermarket.com/',
  apiUrl: import.meta.env.WXT_CALIRA_API_URL ?? 'https://api.clustermarket.com/v1/',
};

export const caliraSettings = storedItem('local:calira', caliraSettingsSchema, defaultCaliraSettings);
