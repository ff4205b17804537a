import { del, get, set } from 'idb-keyval';
import * as v from 'valibot';
import { storage } from 'wxt/utils/storage';
import type { TokenPair } from './oauth.ts';

const accessKey = 'session:accessToken';
const refreshKey = 'refreshToken';
const sessionRefreshKey = 'session:refreshToken';
const accessSchema = v.object({ token: v.string(), expiresAt: v.number(), owner: v.string() });
const refreshSchema = v.object({ token: v.string(), owner: v.string() });

/** What is left of an authorisation. An access token alone, or a refresh token alone, is possible. */
export interface StoredTokens {
  access: { token: string; expiresAt: number } | null;
  refreshToken: string | null;
}

/** Where tokens are kept. `owner` names the client and server that they belong to: they are sent to no other. */
export interface TokenStore {
  read(owner: string): Promise<StoredTokens>;
  write(owner: string, pair: TokenPair): Promise<void>;
  clear(): Promise<void>;
}

/**
 * The access token lives in `storage.session` (gone with the browser), the refresh token in the extension's
 * IndexedDB: Firefox lets content scripts read `storage.local`, but no page and no content script can open
 * another origin's database.
 *
 * @param stayConnected whether the refresh token may outlive the browser; on a shared computer it must not.
 */
export function createTokenStore(stayConnected: () => Promise<boolean>): TokenStore {
  async function writeRefresh(owner: string, token: string | null): Promise<void> {
    const kept = await stayConnected();
    const value = token === null ? null : { token, owner };
    await Promise.all([
      kept && value ? set(refreshKey, value) : del(refreshKey),
      kept || !value ? storage.removeItem(sessionRefreshKey) : storage.setItem(sessionRefreshKey, value),
    ]);
  }

  return {
    async read(owner) {
      const [access, lasting, passing]: unknown[] = await Promise.all([
        storage.getItem(accessKey),
        get(refreshKey),
        storage.getItem(sessionRefreshKey),
      ]);
      const refresh = [passing, lasting].find((value) => v.is(refreshSchema, value) && value.owner === owner);
      return {
        access: v.is(accessSchema, access) && access.owner === owner ? access : null,
        refreshToken: v.is(refreshSchema, refresh) ? refresh.token : null,
      };
    },
    // The refresh token first: were the worker stopped in between, the old access token would merely be refused.
    async write(owner, { accessToken, refreshToken, expiresAt }) {
      await writeRefresh(owner, refreshToken);
      await storage.setItem(accessKey, { token: accessToken, expiresAt, owner });
    },
    async clear() {
      await Promise.all([storage.removeItem(accessKey), writeRefresh('', null)]);
    },
  };
}
