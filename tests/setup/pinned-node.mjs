import { spawn, spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { root } from './root.mjs';

/** The first version that runs the project's TypeScript as it stands. */
const required = 24;

/** With the project's own programs first: the package `node` puts the pinned Node among them. */
const env = {
  ...process.env,
  PATH: [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter),
};

/** @returns the version of the Node that a program would run on, such as `v24.21.0`. */
function pinnedVersion() {
  const { stdout } = spawnSync('node', ['-v'], { cwd: root, env, encoding: 'utf8' });
  return stdout?.trim() || 'no Node';
}

/**
 * Runs a program on the project's own Node, with the terminal as its own.
 * @param {string[]} program its path and its arguments
 * @returns {Promise<number>} its exit code
 */
export async function runOnPinnedNode(program) {
  const version = pinnedVersion();
  if (!(Number.parseInt(version.slice(1), 10) >= required)) {
    console.error(
      `Node ${required} or newer is needed, and only ${version} was found: has npm skipped the install script of the package "node"?`,
    );
    return 1;
  }
  const child = spawn('node', program, { cwd: root, env, stdio: 'inherit' });
  // Ctrl+C reaches the program by itself: it ends in its own time, and this one waits for it.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((resolve) => child.once('close', (code) => resolve(code ?? 1)));
}
