import type { Page } from 'playwright-core';

/** The next page that is loaded has the editor of a later RSpace, as far as TinyMCE tells its version. */
export async function withLaterEditor(page: Page): Promise<void> {
  const change = { times: 1 };
  await page.route(
    '**/tinymce.min.js',
    async (route) => {
      const response = await route.fetch();
      const script = await response.text();
      // Kept by the browser, it would be the editor of every page that comes after.
      const headers = { ...response.headers(), 'cache-control': 'no-store' };
      const body = script.replace('majorVersion:"5"', 'majorVersion:"8"');
      await route.fulfill({ response, headers, body });
    },
    change,
  );
}
