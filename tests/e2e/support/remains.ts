import type { AuthorisationStage, OpenPanel } from './authorisation-stage.ts';
import { isolatedWorldOf } from './isolated-world.ts';

/** What is left of a panel that has been closed. */
interface Left {
  /** Ports that the page has opened and neither side has closed. */
  ports: number;
  /** … and how many it has opened in all. */
  opened: number;
  listeners: number;
  nodes: number;
  /** Bytes of the page's heap that are in use, rubbish collected. */
  heap: number;
}

export interface Remains extends AsyncDisposable {
  /** Opens and closes the panel so many times, as a person's clicks do. @returns what is left then. */
  after(times: number): Promise<Left>;
}

/** Counts, in the world of the content scripts, the ports that are opened from now on. */
const countPorts = `(() => {
  const { connect } = chrome.runtime;
  const open = new Set();
  globalThis.ports = { opened: 0, open };
  chrome.runtime.connect = (...args) => {
    const port = connect.apply(chrome.runtime, args);
    const { disconnect } = port;
    globalThis.ports.opened += 1;
    open.add(port);
    port.onDisconnect.addListener(() => open.delete(port));
    port.disconnect = () => {
      open.delete(port);
      disconnect.call(port);
    };
    return port;
  };
})()`;

/** @param opened a page with its panel open. */
export async function watchRemains(
  { context }: AuthorisationStage,
  { page, panel }: OpenPanel,
): Promise<Remains> {
  const cdp = await context.newCDPSession(page);
  await cdp.send('Performance.enable');
  await using opened = new AsyncDisposableStack();
  opened.defer(() => cdp.detach());
  const world = opened.use(await isolatedWorldOf(context, page));
  await world.evaluate(countPorts);

  const middleOf = async (locator: typeof panel.region) => {
    const box = await locator.boundingBox();
    if (!box) throw new Error('not in view');
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  // Without its way in, the panel is where it belongs as soon as it is there; a small one is drawn soon.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 480, height: 320 });
  const close = await middleOf(panel.button('Close'));
  await panel.button('Close').click();
  const open = await middleOf(page.getByRole('button', { name: 'Insert Calira booking' }));

  const press = (at: { x: number; y: number }) =>
    Promise.all(
      (['mousePressed', 'mouseReleased'] as const).map((type) =>
        cdp.send('Input.dispatchMouseEvent', { type, ...at, button: 'left', clickCount: 1 }),
      ),
    );
  /** Waits, in the page, until the panel is there or gone. */
  const until = (there: boolean) =>
    cdp.send('Runtime.evaluate', {
      awaitPromise: true,
      expression: `new Promise((resolve) => {
        const { shadowRoot } = document.querySelector('calira-bookings');
        const look = () => {
          if (Boolean(shadowRoot.querySelector('.panel')) !== ${there}) return;
          watch.disconnect();
          resolve();
        };
        const watch = new MutationObserver(look);
        watch.observe(shadowRoot, { childList: true, subtree: true });
        look();
      })`,
    });
  const rest = opened.move();
  return {
    async after(times) {
      for (let time = 0; time < times; time += 1) {
        await press(open);
        await until(true);
        await press(close);
        await until(false);
      }
      await cdp.send('HeapProfiler.collectGarbage');
      const { metrics } = await cdp.send('Performance.getMetrics');
      const metric = (name: string) => metrics.find((one) => one.name === name)?.value ?? Number.NaN;
      const ports = (await world.evaluate('[ports.open.size, ports.opened]')) as [number, number];
      return {
        ports: ports[0],
        opened: ports[1],
        listeners: metric('JSEventListeners'),
        nodes: metric('Nodes'),
        heap: metric('JSHeapUsedSize'),
      };
    },
    [Symbol.asyncDispose]: () => rest.disposeAsync(),
  };
}
