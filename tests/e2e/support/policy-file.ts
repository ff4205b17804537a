import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where Debian's Chromium looks for an administrator's policies. */
const folder = '/etc/chromium/policies/managed';

export interface PolicyFile extends AsyncDisposable {
  /** Sets the extension's policy; a running Chromium reads it within seconds. */
  set(policy: object): Promise<void>;
}

/** A real policy file for one extension, as an administrator places it. Disposing of it deletes the file. */
export async function policyFile(extensionId: string): Promise<PolicyFile> {
  const file = join(folder, `calira-bookings-test-${extensionId}.json`);
  const set = async (policy: object) => {
    const text = JSON.stringify({ '3rdparty': { extensions: { [extensionId]: policy } } });
    try {
      await mkdir(folder, { recursive: true });
      await writeFile(file, text);
    } catch (cause) {
      throw new Error(`This test places a policy in ${folder}: run it as a user who may write there.`, {
        cause,
      });
    }
  };
  await set({});
  return { set, [Symbol.asyncDispose]: () => rm(file, { force: true }) };
}
