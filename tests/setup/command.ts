import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';

export const root = join(import.meta.dirname, '../..');

/**
 * Runs a program of the project or of the system, with the terminal as its own.
 * @param env added to this process's environment.
 * @returns whether it succeeded.
 */
export function run(program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): boolean {
  const { status } = spawnSync(program, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: 'inherit',
    // On Windows the programs in node_modules/.bin are batch files, which only a shell can start.
    shell: process.platform === 'win32',
  });
  return status === 0;
}
