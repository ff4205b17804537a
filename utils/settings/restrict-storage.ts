import { browser } from 'wxt/browser';

/**
 * Closes the extension's storage to its own content scripts, which run beside a page that nobody here controls.
 * Chromium only: Firefox has no such method, which is one reason why no token is ever in `storage.local`
 * (https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/storage/StorageArea).
 */
export async function restrictStorage(): Promise<void> {
  const { local, sync, managed } = browser.storage;
  await Promise.all(
    [local, sync, managed].map((area) =>
      area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' }).catch(() => {}),
    ),
  );
}
