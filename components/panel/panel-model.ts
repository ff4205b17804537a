import { batch, computed, effect, signal } from '@preact/signals';
import type { Connection } from '../../utils/calira/connection.ts';
import type { LabsForPanel } from '../../utils/calira/lab-choice.ts';
import type { Failure } from '../../utils/messages/failure.ts';
import { CodedError, toFailure } from '../../utils/messages/failure.ts';
import type { PanelPush } from '../../utils/messages/panel.ts';
import { createPanelClient } from '../../utils/messages/panel-client.ts';
import { onNews } from '../../utils/messages/panel-news.ts';
import { followAuthorisation } from './connection/authorisation.ts';
import { createBookingsModel } from './connection/bookings-model.ts';
import { followClock } from './connection/follow-clock.ts';
import { followLabs } from './connection/follow-labs.ts';
import { followRestored } from './connection/follow-restored.ts';
import { createRequests } from './connection/panel-requests.ts';
import { receivePush } from './connection/receive-push.ts';
import { createCheckModel } from './find/check-model.ts';
import { createChoicesModel } from './find/choices-model.ts';
import { createFindModel } from './find/find-model.ts';
import { ownPlace } from './find/place.ts';
import { createDocumentBookings } from './insert/document-bookings.ts';
import { createEditorModel } from './insert/editor-model.ts';
import { followUndone } from './insert/follow-undone.ts';
import { createHandoverModel } from './insert/handover-model.ts';
import type { Tables } from './insert/late-tables.ts';
import { createLateTables } from './insert/late-tables.ts';
import { createOutputModel } from './insert/output-model.ts';
import { createListModel } from './list/list-model.ts';
import { createSelectionModel } from './list/selection-model.ts';
import { warmUp } from './list/warm-up.ts';
import { followUpdate } from './update/follow-update.ts';

/** So often a panel connects again to a worker that is gone before it has said anything. */
const mostSilentLosses = 3;

export type PanelModel = ReturnType<typeof createPanelModel>;

/**
 * Everything behind the panel. Nothing runs while it is closed: opening connects to the background, closing
 * disconnects and so cancels whatever was under way.
 *
 * @param bringTables has the script come that makes tables.
 * @param end aborted when the panel leaves the page for good.
 */
export function createPanelModel(page: Document, bringTables: () => Promise<Tables>, end: AbortSignal) {
  const open = signal(false);
  /** Whether the button is being pressed: what has to be asked for is asked for before the press is over. */
  const pressed = signal(false);
  /** How often somebody has asked for the panel: each time it takes the focus. */
  const summoned = signal(0);
  /** Null until the background has told. */
  const connection = signal<Connection | null>(null);
  /** Which labs are authorised, and which wait for a decision; null until the background has told. */
  const labs = signal<LabsForPanel | null>(null);
  /** What covers the list now. */
  const sheet = signal<'columns' | 'update' | null>(null);
  /** What kept the panel from talking to the background. */
  const failure = signal<Failure | null>(null);
  let silentLosses = 0;
  function lost(): void {
    // Only a worker can tell how things stand, or how a sign-in ended that its predecessor had begun.
    const waiting = connection.value === null || connection.value.state === 'connecting';
    if (!open.value || !waiting || failure.value) return;
    silentLosses += 1;
    // A background that hangs up without a word does not want this page: its site was disabled, perhaps.
    if (silentLosses < mostSilentLosses) client.open();
    else failure.value = { code: 'extensionUpdated' };
  }
  function receive(message: PanelPush): void {
    silentLosses = 0;
    receivePush(message, { choices, output, connection, labs, bookings });
  }
  const client = createPanelClient(receive, lost, batch);
  const bookings = createBookingsModel(client);
  const choices = createChoicesModel(client);
  const find = createFindModel(bookings, choices, ownPlace());
  const selection = createSelectionModel(find);
  const list = createListModel(find, selection);
  const mayAsk = computed(
    () => open.value && connection.value?.state === 'connected' && bookings.state.value.kind === 'ready',
  );
  const check = createCheckModel(bookings, find, mayAsk);
  const tables = createLateTables(bringTables);
  const editor = createEditorModel(page, open, end);
  const output = createOutputModel(bookings, choices, tables, editor.access);
  const handover = createHandoverModel(bookings, selection, {
    deliver: output.deliver,
    mayAsk,
    aim() {
      if (!isInForce()) throw new CodedError('extensionUpdated');
      return editor.aim();
    },
    openField: async ({ id }, signal) => (await tables.need()).openField(id, page, editor.access, signal),
  });

  /** @returns whether this copy of the extension is the one that is installed; if not, the panel says so. */
  function isInForce(): boolean {
    const inForce = client.inForce();
    if (!inForce) failure.value = { code: 'extensionUpdated' };
    return inForce;
  }

  onNews((message) => {
    // Rows that were told before the labs have changed, or the authorisation has ended, must not come after that.
    client.catchUp();
    receive(message);
  }, end);

  const stopFollowing = [
    followAuthorisation({
      wanted: computed(() => open.value || pressed.value),
      connection,
      bookings,
      selection,
      handover,
    }),
    followLabs({ open, connection, labs, bookings }),
    followUndone(editor.description, handover),
    followUpdate(open, isInForce),
    followClock(open, find.now),
    // Before it is asked for: whoever selects something is about to hand it over.
    effect(() => {
      if (selection.ids.value.size > 0) void tables.need().catch(() => {});
    }),
    check.end,
  ];

  followRestored({ open, connection, bookings, client }, end);

  function connect(): void {
    try {
      client.open();
    } catch (thrown) {
      failure.value = toFailure(thrown);
    }
  }

  /** The button is being pressed, or is so no longer without having been clicked. */
  function press(down: boolean): void {
    if (open.value || pressed.value === down) return;
    pressed.value = down;
    if (down) {
      connect();
      setTimeout(warmUp);
    } else client.close();
  }

  async function show(): Promise<void> {
    summoned.value += 1;
    if (open.value) return;
    // The background has begun before the panel is drawn.
    connect();
    batch(() => {
      open.value = true;
      pressed.value = false;
    });
    // After the frame that shows the panel, and before the background has answered.
    requestAnimationFrame(() => setTimeout(warmUp));
  }

  function hide(): void {
    open.value = false;
    sheet.value = null;
    handover.cancel();
    // Rows that go without details would be asked for again, and so connect again.
    bookings.endLooking();
    client.close();
  }

  end.addEventListener('abort', () => {
    for (const stop of stopFollowing) stop();
    hide();
  });

  return {
    open,
    summoned,
    connection,
    labs,
    failure,
    sheet,
    bookings,
    choices,
    find,
    selection,
    tables,
    output,
    list,
    check,
    inDocument: createDocumentBookings(page, open, end),
    /** Of the drawer while it is being dragged (CSS pixels). */
    width: signal<number | null>(null),
    editor,
    handover,
    isInForce,
    press,
    show,
    hide,
    ...createRequests(client, connection, failure),
  };
}
