import process from 'node:process';

/**
 * @param name of an environment variable.
 * @returns the whole number that it holds, or `otherwise` where it is not set. Anything else ends the program with one
 *   sentence: it is a slip of the person who typed it.
 */
export function wholeNumberFrom(name: string, otherwise: number): number {
  const text = process.env[name];
  if (!text) return otherwise;
  const value = Number(text);
  if (Number.isInteger(value) && value >= 0) return value;
  console.error(`${name} must be a whole number, not "${text}".`);
  process.exit(1);
}
