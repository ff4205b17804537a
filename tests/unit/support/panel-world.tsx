import { render } from 'preact';
import { vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { BookingList } from '../../../components/panel/list/booking-list.tsx';
import type { PanelModel } from '../../../components/panel/panel-model.ts';
import { createPanelModel } from '../../../components/panel/panel-model.ts';
import { createBookingCache } from '../../../utils/calira/booking-cache.ts';
import { createBookingFeed } from '../../../utils/calira/booking-feed.ts';
import { createBookingStore } from '../../../utils/calira/booking-store.ts';
import type { Connection } from '../../../utils/calira/connection.ts';
import type { GrantedLabs } from '../../../utils/calira/granted-labs.ts';
import type { LabChoice } from '../../../utils/calira/lab-choice.ts';
import { authorisedKey, labsForPanel, noLabs } from '../../../utils/calira/lab-choice.ts';
import type { PanelPush } from '../../../utils/messages/panel.ts';
import { databaseInMemory } from './database-in-memory.ts';
import { background } from './panel-and-background.ts';
import { scriptedCalira } from './scripted-calira.ts';

const lab = (id: string) => ({
  id,
  name: `Lab ${id}`,
  timeZone: 'Europe/London',
  detailsReadAt: 0,
  path: [],
});
const granted = [lab('1207'), lab('1230')];
const choiceOf = (both: boolean): LabChoice => ({
  ...noLabs,
  granted,
  decisions: { 1207: true, 1230: both },
});

/** A list as the panel has it: nothing where there is nothing to show. */
function ShownList({ model }: { model: PanelModel }) {
  return model.list.rows.value.length > 0 ? <BookingList model={model} /> : null;
}

/** An open panel whose list is drawn, a background, and a Calira that answers when it is told to. */
export async function panelWorld(end: AbortSignal, count = 30) {
  const calira = scriptedCalira(count);
  const database = databaseInMemory();
  let choice = choiceOf(true);
  let connection: Connection = { state: 'connected', since: 1 };
  const labs = {
    current: async () => choice,
    read: (signal) => calira.ask('labs', () => choice, signal),
    readTimeZones: async () => null,
  } as Partial<GrantedLabs> as GrantedLabs;
  const newFeed = () =>
    createBookingFeed({
      client: calira.client,
      labs,
      cache: createBookingCache(createBookingStore(database), Date.now),
      webUrl: async () => 'https://calira.example/',
      tellRead: (value) => server.tell({ push: 'read', value }),
      now: Date.now,
    });
  let feed = newFeed();
  const { server, connections, stopWorker } = background(
    {
      load: (wish, context) => feed.load(wish, context),
      details: (wish, context) => feed.details(wish, context),
      renewDetails: (wish, context) => feed.renewDetails(wish, context),
      remember: async () => {},
    },
    {
      greeting: async () => [
        { push: 'connection', value: connection },
        { push: 'labs', value: labsForPanel(choice) },
      ],
    },
  );
  const news = (message: PanelPush) =>
    fakeBrowser.runtime.onMessage.trigger(message, { id: browser.runtime.id }, () => {});

  const model = createPanelModel(document, () => new Promise(() => {}), end);
  const place = document.createElement('div');
  document.body.append(place);
  render(<ShownList model={model} />, place);
  end.addEventListener('abort', () => {
    render(null, place);
    place.remove();
  });

  return {
    calira,
    model,
    openPorts: () => connections.filter(({ panel }) => !panel.ended()).length,
    stopWorker() {
      calira.forget();
      feed = newFeed();
      stopWorker();
    },
    /** The person decides about labs: all bookings are of the one that stays. */
    async decide() {
      const before = choice;
      choice = choiceOf(before.decisions[1230] === false);
      if (authorisedKey(before) !== authorisedKey(choice)) await feed.clear();
      await news({ push: 'labs', value: labsForPanel(choice) });
    },
    /** Another sign-in, which forgets what was known under the one before. */
    async authorise() {
      await feed.clear();
      connection = { state: 'connected', since: Date.now() };
      await news({ push: 'connection', value: connection });
    },
    async expire() {
      connection = { state: 'expired', since: Date.now() };
      await news({ push: 'connection', value: connection });
    },
    /** What is kept is forgotten, as where a stored choice of labs is heard of late. */
    clear: () => feed.clear(),
    scroll(row: number) {
      const list = place.querySelector<HTMLElement>('[role=grid]');
      if (!list) return;
      list.scrollTop = row * 90;
      list.dispatchEvent(new Event('scroll'));
    },
    /** Everybody who still owes an answer gives it. */
    async calmDown() {
      for (let quiet = 0; quiet < 5; quiet += 1) {
        await vi.advanceTimersByTimeAsync(200);
        if (calira.waiting.size > 0) quiet = -1;
        for (const request of [...calira.waiting]) request.answer();
      }
    },
    /** Reads the list to its end, under an authorisation that is in force. */
    async readAgain() {
      if (connection.state !== 'connected') await this.authorise();
      await this.calmDown();
      void model.bookings.load();
      await this.calmDown();
    },
    listed: () => [...model.bookings.rows.value.values()].map(({ id, status }) => `${id} ${status}`).sort(),
    has: () => [...calira.bookings.values()].map(({ id, status }) => `${id} ${status}`).sort(),
    /** The rows that are drawn, as text. */
    rows: () => [...place.querySelectorAll('.booking')].map((row) => row.textContent ?? ''),
  };
}
