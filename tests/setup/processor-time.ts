import { readFileSync } from 'node:fs';
import process from 'node:process';

/** Linux counts the time of processes in hundredths of a second (`USER_HZ`), on every machine. */
const ticks = 100;

/**
 * @returns the processor time (seconds, user and system) of this process and of all that it has started and waited for,
 *   with what these have started; null where the system does not tell, as everywhere but on Linux.
 */
export function processorSeconds(): number | null {
  try {
    // The name of the program, in parentheses, may hold anything. After it, the third field comes first (proc(5)).
    const [, fields = ''] = /.*\) (.*)/s.exec(readFileSync('/proc/self/stat', 'utf8')) ?? [];
    const children = fields.split(' ').slice(13, 15).map(Number);
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6 + children.reduce((sum, count) => sum + count, 0) / ticks;
  } catch {
    return null;
  }
}
