import { spawn } from 'node:child_process';
import process from 'node:process';
import { root } from './command.ts';

/** Where a step runs its programs and says what it finds. */
export interface Terminal {
  /**
   * Runs a program of the project or of the system.
   * @param env added to this process's environment.
   * @returns whether it succeeded.
   */
  run(program: string, args: readonly string[], env?: NodeJS.ProcessEnv): Promise<boolean>;
  say(line: string): void;
}

/** A terminal that nobody looks at yet: it keeps what is said. */
export interface Aside extends Terminal {
  /** Says all that was kept, and from now on everything at once. */
  show(): void;
}

const start = (
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  stdio: 'inherit' | ['ignore', 'pipe', 'pipe'],
) =>
  spawn(program, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio,
    // On Windows the programs in node_modules/.bin are batch files, which only a shell can start.
    shell: process.platform === 'win32',
  });

const succeeded = (program: ReturnType<typeof start>) =>
  new Promise<boolean>((resolve) => {
    program.once('error', ({ message }) => {
      console.error(message);
      resolve(false);
    });
    program.once('close', (code) => resolve(code === 0));
  });

/** This process's own. */
export const terminal: Terminal = {
  run: (program, args, env = {}) => succeeded(start(program, args, env, 'inherit')),
  say: (line) => console.log(line),
};

export function aside(): Aside {
  const kept: (string | Buffer)[] = [];
  let isShown = false;
  const write = (said: string | Buffer) => void (isShown ? process.stdout.write(said) : kept.push(said));
  // Into a pipe programs write without colours, but for those that are told to use them.
  const colours = process.stdout.isTTY ? { FORCE_COLOR: '1' } : {};
  return {
    run(program, args, env = {}) {
      const started = start(program, args, { ...colours, ...env }, ['ignore', 'pipe', 'pipe']);
      for (const stream of [started.stdout, started.stderr]) stream?.on('data', write);
      return succeeded(started);
    },
    say: (line) => write(`${line}\n`),
    show() {
      isShown = true;
      for (const said of kept.splice(0)) process.stdout.write(said);
    },
  };
}
