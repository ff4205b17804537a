/**
 * `npm run package`: after all tests, writes the zips for the browsers' stores into .output/.
 *
 * `--skip-tests` leaves the tests out, `--without-key` the manifest's key, for the first upload to the Chrome store.
 */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { root, run } from './command.ts';
import { packages } from './packages.ts';

const { values } = parseArgs({
  options: { 'skip-tests': { type: 'boolean' }, 'without-key': { type: 'boolean' } },
});

const tested = values['skip-tests'] || run('node', ['tests/setup/run.mjs', 'tests/setup/test.ts']);
if (tested && run('wxt', ['build']) && run('wxt', ['build', '--browser', 'firefox'])) {
  console.log('');
  for (const [name, bytes] of await packages(root, { key: !values['without-key'] })) {
    writeFileSync(join(root, '.output', name), bytes);
    console.log(`.output/${name}  ${bytes.length} bytes`);
    console.log(`  sha256 ${createHash('sha256').update(bytes).digest('hex')}`);
  }
  const changed = run('git', ['diff', '--quiet', 'HEAD']) === false;
  if (changed) console.log('\nThere are uncommitted changes: these packages are of no commit.');
} else {
  process.exitCode = 1;
}
