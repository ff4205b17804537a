import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** The project's own root. */
const root = join(import.meta.dirname, '../../..');

export interface SourceFile {
  /** From the root, such as `utils/calira/client.ts`. */
  path: string;
  text: string;
  imports: Import[];
}

export interface Import {
  /** A path from the root, or the name of a package. */
  to: string;
  /** Whether nothing of it is left when the program runs. */
  typeOnly: boolean;
  /** Whether it is loaded by `import()`, when the program comes to it. */
  late: boolean;
}

const statement =
  /^(?:import|export)\s+(type\s)?[^;'"]*?from\s+'([^']+)'|^import\s+'([^']+)'|\bimport\('([^']+)'\)/gm;

function importsOf(path: string, text: string): Import[] {
  return [...text.matchAll(statement)].map(([, type, from, forEffect, later]) => {
    const named = (from ?? forEffect ?? later ?? '').replace(/\?.*$/, '');
    return {
      to: named.startsWith('.') ? normalize(join(dirname(path), named)) : named,
      typeOnly: type !== undefined,
      late: later !== undefined,
    };
  });
}

/** @returns the files in these folders whose names end in one of these ways, and what they import. */
export function sourceFiles(folders: readonly string[], endings = 'ts,tsx'): SourceFile[] {
  const paths = globSync(`{${folders.join(',')}}/**/*.{${endings}}`, { cwd: root });
  return paths.sort().map((path) => {
    const text = readFileSync(join(root, path), 'utf8');
    return { path, text, imports: importsOf(path, text) };
  });
}

/** What the extension is made of. */
export const extensionFiles = sourceFiles(['entrypoints', 'components', 'utils']);

/**
 * @param late whether what is loaded by `import()` counts.
 * @returns everything that runs where `path` runs: files and packages, with the way that leads to each.
 */
export function reachableFrom(path: string, { late: withLate = true } = {}): Map<string, string[]> {
  const ways = new Map<string, string[]>([[path, [path]]]);
  for (const [reached, way] of ways) {
    const file = extensionFiles.find((one) => one.path === reached);
    for (const { to, typeOnly, late } of file?.imports ?? []) {
      if (!typeOnly && (withLate || !late) && !ways.has(to)) ways.set(to, [...way, to]);
    }
  }
  return ways;
}
