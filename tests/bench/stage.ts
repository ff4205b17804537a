import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import type { Page } from 'playwright-core';
import { authorise, caliraWindow, signIn } from '../e2e/support/calira-window.ts';
import type { Chromium } from '../e2e/support/chromium.ts';
import { extensionId, startChromium } from '../e2e/support/chromium.ts';
import { openDocument } from '../e2e/support/document-page.ts';
import { configureFor } from '../e2e/support/main-job.ts';
import { panelOn } from '../e2e/support/panel.ts';
import { stopWorker } from '../e2e/support/worker.ts';
import { FACILITIES } from '../sandbox/calira/data/facilities.ts';
import { connect } from '../sandbox/connect.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { startSandbox } from '../sandbox/sandbox.ts';
import { selfSignedCertificate } from './certificate.ts';

/** What one request to Calira takes (milliseconds). */
export const latency = 100;

/** The first five labs of the sandbox: all that there are in the bench, and all authorised. */
const labs = FACILITIES.slice(0, 5).map(({ name }) => name);
const equipment = 40;

/** A Calira at a distance, and a Chromium whose extension is connected to it. */
export interface BenchStage extends AsyncDisposable {
  sandbox: Sandbox;
  chromium: Chromium;
  /** A token of RSpace's own, for the native pattern. */
  nativeToken: string;
  /** From now on Calira has so many bookings. */
  seed(bookings: number): void;
  /** A page of the extension's own that runs none of its code. */
  own: Page;
  /** The worker is stopped, as the browser does after half a minute. @param forget whether what is known is deleted, too. */
  rest(options: { forget: boolean }): Promise<void>;
  /** Waits until so many bookings are on the disk, for the next time: that is done when nobody waits for it. */
  kept(bookings: number): Promise<void>;
  /** Waits until a page has finished what it does by itself. */
  settled(page: Page): Promise<void>;
}

export async function openBenchStage(): Promise<BenchStage> {
  await using opened = new AsyncDisposableStack();
  const tls = selfSignedCertificate();
  // For this process's own requests; the browser is told to believe any certificate.
  setDefaultCACertificates([...getCACertificates(), tls.cert]);
  const sandbox = await startSandbox({ caliraTls: tls });
  opened.defer(() => sandbox.close());
  const seed = (bookings: number) => sandbox.control.seedData({ bookings, labs: labs.length, equipment });
  seed(20);
  const chromium = opened.use(await startChromium({ args: ['--ignore-certificate-errors'] }));
  const { context } = chromium;
  await configureFor(chromium, sandbox);
  const own = await context.newPage();
  await own.goto(`chrome-extension://${extensionId}/icon/16.png`);

  const { page } = await openDocument(context, sandbox.rspaceUrl);
  const panel = panelOn(page);
  await panel.open();
  const window = await caliraWindow(context, () => panel.button('Connect to Calira').click());
  await signIn(window);
  await authorise(window, labs);
  await panel.loaded();
  await page.close();
  const { access_token } = await connect(sandbox, {
    labs: sandbox.control.grantedLabs(sandbox.clients.public.id),
  });
  sandbox.control.setLatency(latency);
  const rest = opened.move();

  return {
    sandbox,
    chromium,
    nativeToken: access_token,
    seed,
    own,
    async rest({ forget }) {
      await stopWorker(context, own);
      if (forget) await forgetBookings(own);
    },
    async kept(bookings) {
      while ((await storedBookings(own)) !== bookings);
    },
    settled: async (page) => {
      await page.waitForLoadState('networkidle');
      await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
    },
    [Symbol.asyncDispose]: () => rest.disposeAsync(),
  };
}

/** @returns how many bookings the stored list has. */
function storedBookings(own: Page): Promise<number> {
  return own.evaluate(async () => {
    const opening = indexedDB.open('calira-bookings');
    await new Promise((resolve) => {
      opening.onsuccess = resolve;
    });
    const reading = opening.result.transaction('bookings').objectStore('bookings').get('list');
    await new Promise((resolve) => {
      reading.onsuccess = resolve;
    });
    opening.result.close();
    return reading.result?.summaries.length ?? 0;
  });
}

/** Empties the database of bookings, as after a sign-in. */
function forgetBookings(own: Page): Promise<void> {
  return own.evaluate(async () => {
    const opening = indexedDB.open('calira-bookings');
    await new Promise((resolve) => {
      opening.onsuccess = resolve;
    });
    const emptying = opening.result.transaction('bookings', 'readwrite');
    emptying.objectStore('bookings').clear();
    await new Promise((resolve) => {
      emptying.oncomplete = resolve;
    });
    opening.result.close();
  });
}
