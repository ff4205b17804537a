import type { Page } from 'playwright-core';
import type { SpecimenName } from '../../sandbox/calira/data/specimens.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { authorise, caliraWindow, signIn } from './calira-window.ts';
import type { Chromium } from './chromium.ts';
import { openDocument } from './document-page.ts';
import { configureFor, someLabs } from './main-job.ts';
import type { PanelOnPage } from './panel.ts';
import { panelOn } from './panel.ts';
import { stepPictures } from './screenshots.ts';

/** What a run of the whole job did. */
export interface WholeJob {
  page: Page;
  /** The bookings inserted first and second, in the order of the list. */
  inserted: [string[], string[]];
  /** What the line above the list said when everything was loaded. */
  summary: string;
}

export interface WholeJobOptions {
  /** For the pictures of the steps. */
  name: string;
  /** Whether the extension has its settings already. */
  configured?: boolean;
  /** Runs before each step of the person's. */
  beforeStep?: (page: Page) => Promise<void>;
  /** What happens once the person has signed in at Calira. */
  finishSignIn?: (window: Page, panel: PanelOnPage) => Promise<void>;
}

/** Does a researcher's whole job by mouse and keyboard: from the options page to the document, saved and reloaded. */
export async function doWholeJob(
  { context }: Pick<Chromium, 'context'>,
  sandbox: Sandbox,
  options: WholeJobOptions,
): Promise<WholeJob> {
  const {
    name,
    configured = false,
    beforeStep = async () => {},
    finishSignIn = (window) => authorise(window, someLabs),
  } = options;
  const picture = stepPictures(name);
  if (!configured) await configureFor({ context }, sandbox);
  const document = await openDocument(context, sandbox.rspaceUrl);
  const { page } = document;
  const panel = panelOn(page);
  const step = async (what: string, act: () => Promise<unknown>) => {
    await beforeStep(page);
    await act();
    await picture(page, what);
  };

  /** Ticks bookings by the keyboard. @returns their ids in the order of the list. */
  const pick = async (...names: SpecimenName[]) => {
    const ids = names.map((name) => sandbox.control.specimen(name).id);
    for (const id of ids) {
      await panel.booking(id).focus();
      await page.keyboard.press('Space');
    }
    await panel.region.getByText(`${ids.length} selected`, { exact: true }).waitFor();
    return sandbox.control.findBookings({ id: ids }).map(({ id }) => String(id));
  };

  await step('field-open', () => document.edit('Method'));
  await step('panel-open', () => panel.open());
  const window = await caliraWindow(context, () =>
    step('connecting', () => panel.button('Connect to Calira').click()),
  );
  await picture(window, 'sign-in');
  await signIn(window);
  await window.getByRole('button', { name: 'Authorise' }).waitFor();
  await picture(window, 'authorise');
  await step('authorised', () => finishSignIn(window, panel));
  await panel.loaded();
  await picture(page, 'listed');
  const summary = (await panel.region.locator('.list-summary').textContent()) ?? '';

  let first: string[] = [];
  let second: string[] = [];
  await step('three-selected', async () => {
    first = await pick('todayEarly', 'todayAfternoon', 'todayLate');
  });
  await step('three-inserted', async () => {
    await panel.button('Insert').click();
    await panel.region.getByText('3 bookings inserted into Method.').waitFor();
  });
  await step('two-selected', async () => {
    second = await pick('goingOn', 'cytometryToday');
  });
  await step('two-inserted', async () => {
    await panel.button('Insert').press('Enter');
    await panel.region.getByText('2 bookings inserted into Method.').waitFor();
  });
  await step('panel-closed', async () => {
    await page.keyboard.press('Escape');
    await panel.region.waitFor({ state: 'detached' });
  });
  await step('saved', () => document.save());
  await step('reloaded', () => page.reload());
  return { page, inserted: [first, second], summary };
}
