import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { root } from './root.mjs';

/** @returns the packages that a lockfile lists, or nothing where it is missing or broken. */
function packagesOf(lockfile) {
  try {
    return JSON.parse(readFileSync(join(root, lockfile), 'utf8')).packages ?? {};
  } catch {
    return {};
  }
}

/**
 * Whether node_modules holds what package-lock.json asks for, by the list that npm itself leaves there. It has no entry
 * for the project, nor for optional packages that are made for other systems.
 */
function areInstalled() {
  const wanted = Object.entries(packagesOf('package-lock.json')).filter(([path]) => path !== '');
  const installed = packagesOf('node_modules/.package-lock.json');
  const known = new Set(wanted.map(([path]) => path));
  return (
    wanted.every(([path, { version, integrity, optional }]) => {
      const found = installed[path];
      return found ? found.version === version && found.integrity === integrity : optional;
    }) && Object.keys(installed).every((path) => known.has(path))
  );
}

/** The environment without this project's own programs: they are about to be replaced while npm runs. */
function outsideEnvironment() {
  const own = join(root, 'node_modules');
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.startsWith(own));
  return { ...process.env, PATH: path.join(delimiter) };
}

/** Installs the dependencies (`npm ci`), unless node_modules has them already. @returns whether they are there now. */
export function installDependencies() {
  if (areInstalled()) return true;
  console.log('Installing the dependencies: npm ci');
  const npm = spawnSync('npm', ['ci'], {
    cwd: root,
    env: outsideEnvironment(),
    stdio: 'inherit',
    // On Windows npm is a batch file, which only a shell can start.
    shell: process.platform === 'win32',
  });
  if (npm.status === 0) return true;
  console.error('The dependencies could not be installed: npm ci failed, for the reason above.');
  return false;
}
