import type { CaliraSettings } from '../settings/calira-settings.ts';
import { caliraSettings } from '../settings/calira-settings.ts';
import { clientSecret } from '../settings/client-secret.ts';
import type { OAuthClient } from './oauth.ts';
import { ownerOf } from './token-owner.ts';

/** @returns the OAuth client as it is configured now, or null where no client id is known. */
export async function configuredClient(): Promise<OAuthClient | null> {
  const [{ clientId, webUrl, apiUrl }, secret] = await Promise.all([
    caliraSettings.get(),
    clientSecret.get(),
  ]);
  return clientId ? { clientId, clientSecret: secret, webUrl, apiUrl } : null;
}

/** @returns the owner of that client's tokens, or null where no client id is known. */
export function configuredOwner(settings: CaliraSettings): string | null {
  return settings.clientId ? ownerOf(settings) : null;
}
