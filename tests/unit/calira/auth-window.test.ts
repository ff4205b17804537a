/** What the browsers' sign-in flow says, and what the extension makes of it; with both browsers' own words. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { authoriseSilently, openAuthWindow } from '../../../utils/calira/auth-window.ts';
import { windowStillOpen } from '../../../utils/calira/window-still-open.ts';
import type { Failure } from '../../../utils/messages/failure.ts';

const url = 'https://calira.example/oauth/authorize?state=1';
const redirected = 'https://extension.example/?code=1';
const launch = vi.fn<(details: object) => Promise<string | undefined>>();
const fetching = vi.fn<typeof fetch>();

beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(browser.identity, 'launchWebAuthFlow').mockImplementation(launch as never);
  vi.stubGlobal('fetch', fetching);
  fetching.mockResolvedValue(new Response(null, { status: 200 }));
  launch.mockResolvedValue(redirected);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  launch.mockReset();
  fetching.mockReset();
});

const failureOf = (failure: Partial<Failure>) => ({ failure: expect.objectContaining(failure) });

describe('the window', () => {
  test('leads back to an address', async () => {
    expect(await openAuthWindow(url)).toBe(redirected);
    expect(launch).toHaveBeenCalledExactlyOnceWith({ url, interactive: true });
  });

  test.each([
    ['The user did not approve access.', { code: 'cancelled' }],
    ['User cancelled or denied access.', { code: 'cancelled' }],
    ['Authorization page could not be loaded.', { code: 'authPageFailed' }],
    ['Only one web auth flow is allowed at a time.', { code: 'interrupted', detail: windowStillOpen }],
    ['Something new in some browser', { code: 'authPageFailed', detail: 'Something new in some browser' }],
  ] as const)('%s', async (message, failure) => {
    launch.mockRejectedValue(new Error(message));
    await expect(openAuthWindow(url)).rejects.toMatchObject(failureOf(failure));
  });

  test('nothing comes back', async () => {
    launch.mockResolvedValue(undefined);
    await expect(openAuthWindow(url)).rejects.toMatchObject(failureOf({ code: 'authPageFailed' }));
  });

  test('left open, it is given up after ten minutes, and no other is opened beside it', async () => {
    vi.useFakeTimers();
    const flow = Promise.withResolvers<string>();
    launch.mockReturnValue(flow.promise);
    const outcome = vi.fn();
    const opened = openAuthWindow(url).catch(outcome);
    await vi.advanceTimersByTimeAsync(10 * 60_000 - 1);
    expect(outcome).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    await opened;
    const stillOpen = failureOf({ code: 'interrupted', detail: windowStillOpen });
    expect(outcome).toHaveBeenCalledWith(expect.objectContaining(stillOpen));

    await expect(openAuthWindow(url)).rejects.toMatchObject(stillOpen);
    expect(launch).toHaveBeenCalledOnce();
    flow.resolve(redirected);
    await flow.promise;
    await vi.advanceTimersByTimeAsync(0);
    expect(await openAuthWindow(url)).toBe(redirected);
  });
});

describe('a look at the address before a window opens', () => {
  test('sends no cookie and follows nothing', async () => {
    await openAuthWindow(url);
    expect(fetching).toHaveBeenCalledExactlyOnceWith(
      url,
      expect.objectContaining({ redirect: 'manual', credentials: 'omit' }),
    );
  });

  test.each([
    ['a network that fails', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['500', async () => new Response(null, { status: 500 })],
    ['503', async () => new Response(null, { status: 503 })],
  ])('%s: no window opens', async (_, answer) => {
    fetching.mockImplementation(answer);
    await expect(openAuthWindow(url)).rejects.toMatchObject(failureOf({ code: 'authPageFailed' }));
    expect(launch).not.toHaveBeenCalled();
  });

  test('a server that hangs is given up after ten seconds', async () => {
    const limit = vi
      .spyOn(AbortSignal, 'timeout')
      .mockReturnValue(AbortSignal.abort(new DOMException('late', 'TimeoutError')));
    fetching.mockImplementation((_, options) => Promise.reject(options?.signal?.reason));
    await expect(openAuthWindow(url)).rejects.toMatchObject(
      failureOf({ code: 'authPageFailed', detail: 'late' }),
    );
    expect(limit).toHaveBeenCalledWith(10_000);
  });
});

describe('in silence', () => {
  test('shows nothing, and looks at nothing before', async () => {
    expect(await authoriseSilently(url)).toBe(redirected);
    expect(launch).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ url, interactive: false }));
    expect(fetching).not.toHaveBeenCalled();
  });

  test.each([
    ['User interaction required. Try setting `abortOnLoadForNonInteractive` …', 'expired'],
    ['Requires user interaction', 'expired'],
    ['Authorization page load timed out.', 'timeout'],
    ['Authorization page could not be loaded.', 'authPageFailed'],
  ] as const)('%s', async (message, code) => {
    launch.mockRejectedValue(new Error(message));
    await expect(authoriseSilently(url)).rejects.toMatchObject(failureOf({ code }));
  });

  test('a server that hangs is given up after ten seconds, and says nothing about consent', async () => {
    vi.useFakeTimers();
    launch.mockReturnValue(new Promise(() => {}));
    const outcome = vi.fn();
    void authoriseSilently(url).catch(outcome);
    await vi.advanceTimersByTimeAsync(9_999);
    expect(outcome).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(outcome).toHaveBeenCalledWith(expect.objectContaining(failureOf({ code: 'timeout' })));
  });
});
