import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

import { Hono } from 'hono';

import type { TinymceVersion } from './settings.ts';

const PAGE_DIRECTORY = path.join(import.meta.dirname, 'page');

/** Each TinyMCE: the directory name in its address, and the npm package that holds it (5.1.6 by an alias). */
const TINYMCE: Record<TinymceVersion, { directory: string; packageName: string }> = {
  '5.10.9': { directory: 'tinymce5109', packageName: 'tinymce' },
  '5.1.6': { directory: 'tinymce516', packageName: 'tinymce-5.1.6' },
};

const CONTENT_TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

const FILE_ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="#fff" stroke="#4a5d68" d="M6 2h14l6 6v22H6z"/>' +
  '<path fill="none" stroke="#4a5d68" d="M20 2v6h6M10 15h12M10 20h12M10 25h8"/></svg>';

/**
 * A browser that keeps scripts need neither ask for them nor compile them for each of many documents; and whoever works
 * on one of the page's own sees it soon.
 */
const forAMinute = 'max-age=60';

/** Base path of a TinyMCE version's files on the fake RSpace. */
export function tinymcePath(version: TinymceVersion): string {
  return `/scripts/tinymce/${TINYMCE[version].directory}`;
}

/** Scripts, styles and icons of the page. They need no session. */
export function assetRoutes(): Hono {
  const app = new Hono();
  app.get('/scripts/rspace/:file{[a-z0-9-]+\\.(js|json)}', (c) =>
    answer(PAGE_DIRECTORY, c.req.param('file')),
  );
  app.get('/styles/:file{[a-zA-Z-]+\\.css}', (c) => answer(PAGE_DIRECTORY, c.req.param('file')));
  app.get('/images/*', (c) =>
    c.body(FILE_ICON, 200, { 'Content-Type': 'image/svg+xml', 'Cache-Control': forAMinute }),
  );
  app.get('/favicon.ico', (c) => c.body(null, 204));

  for (const { directory, packageName } of Object.values(TINYMCE)) {
    const base = `/scripts/tinymce/${directory}/`;
    app.get(`${base}icons/custom_icons/:file{icons(\\.min)?\\.js}`, () =>
      answer(PAGE_DIRECTORY, 'custom-icons.js'),
    );
    app.get(`${base}*`, (c) => {
      const root = packageDirectory(packageName);
      if (root === undefined) return c.notFound();
      // It never changes under its version's address.
      return answer(root, c.req.path.slice(base.length), 'max-age=86400');
    });
  }
  return app;
}

function packageDirectory(packageName: string): string | undefined {
  try {
    return path.dirname(createRequire(import.meta.url).resolve(`${packageName}/package.json`));
  } catch {
    return undefined;
  }
}

async function answer(root: string, relative: string, cacheControl = forAMinute): Promise<Response> {
  const file = path.resolve(root, relative);
  const type = CONTENT_TYPES[path.extname(file)];
  if (type === undefined || !file.startsWith(root + path.sep))
    return new Response('Not found', { status: 404 });
  try {
    return new Response(await readFile(file), {
      headers: { 'Content-Type': type, 'Cache-Control': cacheControl },
    });
  } catch {
    return new Response('Not found', { status: 404 });
  }
}
