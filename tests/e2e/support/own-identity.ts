import { generateKeyPairSync } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumId } from '../../sandbox/redirect-uris.ts';
import { built } from './chromium.ts';

/** A copy of the build under an id that nobody else has. */
export interface OwnIdentity extends AsyncDisposable {
  id: string;
  folder: string;
}

/** A policy reaches an extension by its id, in every Chromium of this computer: under an id of its own, only a test's. */
export async function withOwnIdentity(): Promise<OwnIdentity> {
  const folder = await mkdtemp(join(tmpdir(), 'calira-extension-'));
  await cp(built, folder, { recursive: true });
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  const file = join(folder, 'manifest.json');
  await writeFile(file, JSON.stringify({ ...JSON.parse(await readFile(file, 'utf8')), key }));
  return {
    id: chromiumId(key),
    folder,
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}
