import type { CDPSession, Page } from 'playwright-core';
import { openDocument } from '../e2e/support/document-page.ts';
import { extensionOrigin } from './opening.ts';
import type { BenchStage } from './stage.ts';

interface TraceEvent {
  name: string;
  ph: string;
  ts: number;
  dur?: number;
  pid: number;
  tid: number;
  args?: { data?: { url?: string; fileName?: string }; fileName?: string };
}

/** What the extension costs a page on which nobody opens the panel: main-thread time of its scripts (milliseconds). */
export async function unopenedPage({ chromium, sandbox }: BenchStage): Promise<{ mainThread: number }> {
  const page = await chromium.context.newPage();
  const cdp = await chromium.context.newCDPSession(page);
  const events: TraceEvent[] = [];
  cdp.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline', 'v8', 'disabled-by-default-v8.compile'] },
  });
  await page.goto(`${sandbox.rspaceUrl}workspace/editor/structuredDocument/123`);
  await page.getByRole('button', { name: 'Insert Calira booking' }).waitFor();
  await page.waitForLoadState('networkidle');
  const complete = new Promise((resolve) => cdp.once('Tracing.tracingComplete', resolve));
  await cdp.send('Tracing.end');
  await complete;
  await page.close();
  return { mainThread: ownTime(events) };
}

/** The time that is covered by events of the extension's scripts; one inside another counts once. */
function ownTime(events: readonly TraceEvent[]): number {
  const urlOf = ({ args }: TraceEvent) => args?.data?.url ?? args?.data?.fileName ?? args?.fileName ?? '';
  const own = events
    .filter(
      (event) => event.ph === 'X' && event.dur !== undefined && urlOf(event).startsWith(extensionOrigin),
    )
    .toSorted((a, b) => a.ts - b.ts);
  let covered = 0;
  let end = 0;
  for (const { ts, dur = 0 } of own) {
    covered += Math.max(0, ts + dur - Math.max(ts, end));
    end = Math.max(end, ts + dur);
  }
  return covered / 1_000;
}

async function heapOf(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  return usedSize;
}

/** What an open panel adds to its page: JavaScript heap (bytes) and elements. */
export async function panelCost(
  stage: BenchStage,
  open: () => Promise<{ page: Page }>,
): Promise<{ heap: number; elements: number }> {
  const bare = await openDocument(stage.chromium.context, stage.sandbox.rspaceUrl);
  await bare.page.getByRole('button', { name: 'Insert Calira booking' }).waitFor();
  await stage.settled(bare.page);
  const before = await heapOf(await stage.chromium.context.newCDPSession(bare.page));
  await bare.page.close();
  const { page } = await open();
  const after = await heapOf(await stage.chromium.context.newCDPSession(page));
  const elements = await page.evaluate(
    () => document.querySelector('calira-bookings')?.shadowRoot?.querySelectorAll('*').length ?? 0,
  );
  await page.close();
  return { heap: after - before, elements };
}
