import { createContext, runInContext } from 'node:vm';
import { build } from 'vite';
import { beforeAll, expect, test } from 'vitest';
import { lateParts } from '../../../build/late-parts.ts';

const source: Record<string, string> = {
  '/entry.ts': `
    import { shared } from '/shared.ts';
    globalThis.shared = shared;
    globalThis.part = () => import('/part.ts');
    globalThis.alone = () => import('/alone.ts');
    globalThis.broken = () => import('/broken.ts');
    globalThis.ran.push('entry');`,
  '/shared.ts': 'export const shared = { name: "shared" };',
  '/part.ts': `
    import { shared } from '/shared.ts';
    import { half } from '/both.ts';
    globalThis.ran.push('part');
    export const both = [shared, half];
    export function twice(value) { return value * 2 }`,
  '/alone.ts': `
    import { half } from '/both.ts';
    globalThis.ran.push('alone');
    export { half as default };
    export const text = "it's \`alone\`";`,
  '/both.ts': 'export const half = (value) => value / 2;',
  '/broken.ts': 'if (!globalThis.mended) throw new Error("not yet"); export const done = true;',
};

const modules = {
  name: 'modules',
  resolveId: (id: string) => (id in source ? id : null),
  load: (id: string) => source[id] ?? null,
};

async function bundle(module: string) {
  const made = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [modules, lateParts({ module, file: 'alone.js' })],
    build: { write: false, lib: { entry: '/entry.ts', formats: ['iife'], name: 'entry', fileName: 'entry' } },
  });
  const [first] = [made].flat();
  if (!first || !('output' in first)) throw new Error('Nothing was made.');
  return first.output.map((one) => ({ name: one.fileName, code: 'code' in one ? one.code : '' }));
}

let files: Awaited<ReturnType<typeof bundle>>;
beforeAll(async () => {
  files = await bundle('/alone.ts');
});

/** A page in which the content script has run, and a way to run the other file in it. */
function page() {
  const world: Record<string, unknown> = { ran: [] };
  world.globalThis = world;
  const context = createContext(world);
  const run = (name: string) => runInContext(files.find((file) => file.name === name)?.code ?? '', context);
  const [entry] = files.filter(({ name }) => name !== 'alone.js');
  run(entry?.name ?? '');
  const call = (name: string) => (world[name] as () => Promise<Record<string, unknown>>)();
  return { world, run, call, ran: () => [...(world.ran as string[])] };
}

test('there are two files, and no part has run before it is imported', () => {
  expect(files).toHaveLength(2);
  const { ran } = page();
  expect(ran()).toEqual(['entry']);
});

test('a part runs once, exports what it says, and shares what others use', async () => {
  const { world, call, ran } = page();
  const [part, again] = [await call('part'), await call('part')];
  expect(ran()).toEqual(['entry', 'part']);
  expect(again.both).toBe(part.both);
  expect((part.twice as (value: number) => number)(4)).toBe(8);
  expect((part.both as unknown[])[0]).toBe(world.shared);
});

test('what parts share are values: of the bundler’s getters none is left', () => {
  expect(files.map(({ code }) => code).join()).not.toContain('defineProperty');
});

test('the part in a file of its own comes with that file, and not before', async () => {
  const { run, call, ran } = page();
  await expect(call('alone')).rejects.toThrow();
  await expect(call('alone'), 'a second time').rejects.toThrow();
  expect(run('alone.js'), 'what Firefox takes').toBe(0);
  const { default: half, text } = await call('alone');
  expect([(half as (value: number) => number)(4), text]).toEqual([2, "it's `alone`"]);
  expect(half).toBe(((await call('part')).both as unknown[])[1]);
  expect(ran()).toEqual(['entry', 'alone', 'part']);
});

test('a part that throws is not taken for one that was made', async () => {
  const { world, call } = page();
  await expect(call('broken')).rejects.toThrow('not yet');
  await expect(call('broken')).rejects.toThrow('not yet');
  world.mended = true;
  expect(await call('broken')).toMatchObject({ done: true });
});

test('on a page without the content script its file does nothing', () => {
  const context = createContext({});
  expect(runInContext(files.find(({ name }) => name === 'alone.js')?.code ?? '', context)).toBe(0);
});

test('a file of its own for what is nowhere imported is refused', async () => {
  await expect(bundle('/nowhere.ts')).rejects.toThrow('is no chunk');
});
