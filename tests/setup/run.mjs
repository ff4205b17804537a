/**
 * `node tests/setup/run.mjs PROGRAM [ARGUMENT…]` runs one of the project's TypeScript programs, on a fresh clone too.
 *
 * This file and the `.mjs` files beside it run before anything is installed, on whatever Node there is (20 or newer):
 * plain JavaScript without dependencies. The program itself runs on the Node that the project pins.
 */
import process from 'node:process';
import { installDependencies } from './dependencies.mjs';
import { runOnPinnedNode } from './pinned-node.mjs';

process.exitCode = installDependencies() ? await runOnPinnedNode(process.argv.slice(2)) : 1;
