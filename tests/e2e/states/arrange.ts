/** Ways to bring a panel into a state, whatever the one before was. */
import type { browser } from 'wxt/browser';
import type { Connection } from '../../../utils/calira/connection.ts';
import type { ErrorCode } from '../../../utils/messages/failure.ts';
import type { FaultKind } from '../../sandbox/traffic/fault.ts';
import type { AuthorisationStage, OpenPanel } from '../support/authorisation-stage.ts';
import type { FindPanel } from '../support/find-panel.ts';
import type { Shown } from '../support/shown-text.ts';

/** Of a page of the extension's own, where some functions here are evaluated. */
declare const chrome: typeof browser;

type Act = (find: FindPanel, stage: AuthorisationStage) => Promise<unknown>;

export interface PanelState {
  /** The error code, where it is one, or what the state is called. */
  name: string;
  code?: ErrorCode;
  /** The text of an element that is on screen in this state, and in no other one. */
  shows: Shown | ((stage: AuthorisationStage) => Shown);
  /** The name of a state that looks exactly the same. */
  sameAs?: string;
  /** The state in which this one is brought about, and whose text stays on screen. */
  on?: string;
  /** Whether another width of the window closes what the state is about: then `act` is done once more. */
  closedByResizing?: true;
  /** Where the panel is opened: connected, on the usual document, with no field open, unless something else is said. */
  connected?: false;
  /** Whether the extension has to be connected anew afterwards. */
  endsAuthorisation?: true;
  document?: string;
  field?: string;
  /** What has happened before the panel opens. */
  before?(stage: AuthorisationStage): void;
  /** What brings the state about in the open panel. Where there is nothing, opening it does. */
  act?: Act;
}

/** Opens the panel in which the state is brought about. */
export async function openFor(state: PanelState, stage: AuthorisationStage): Promise<OpenPanel> {
  const { field, document, connected = true } = state;
  state.before?.(stage);
  if (connected) return stage.freshPanel({ ...(field ? { field } : {}), ...(document ? { document } : {}) });
  await stage.freshStart();
  const opened = await stage.openPanel();
  // Whoever has this button has been told how things stand.
  await opened.panel.button('Connect to Calira').waitFor();
  return opened;
}

/** Calira is asked for the bookings, and something is wrong. */
export const fault =
  (kind: FaultKind): Act =>
  async (find, { sandbox }) => {
    sandbox.control.addFault({ match: { path: '/v1/bookings' }, times: 'always', kind });
    await find.button('Refresh').click();
  };

/** The panel hears of another state of the connection. */
export const connection =
  (value: Connection): Act =>
  (_, { own }) =>
    own.evaluate((stored) => chrome.storage.local.set({ connection: stored }), value);

/** The latest attempt to connect has ended so. */
export const signInEnded = (code: ErrorCode): Act => connection({ state: 'disconnected', failure: { code } });

/** A booking is ticked. */
export const tick: Act = (find, { sandbox }) =>
  find.panel.booking(sandbox.control.specimen('todayLate').id).check();

/** An insertion is answered so by whoever stands in for the editor adapter, as a page could. */
export const insertionAnswered =
  (command: string, answer: object): Act =>
  async (find, stage) => {
    await find.page.evaluate(
      ({ wanted, told }) =>
        window.addEventListener(
          'calira-bookings-request',
          (event) => {
            const { id, command: asked } = JSON.parse((event as CustomEvent<string>).detail);
            if (asked !== wanted) return;
            event.stopImmediatePropagation();
            const detail = JSON.stringify({ id, ...told });
            document.dispatchEvent(new CustomEvent('calira-bookings-answer', { detail }));
          },
          true,
        ),
      { wanted: command, told: answer },
    );
    await tick(find, stage);
    await find.button('Insert').click();
  };

/** A booking was inserted, has changed in Calira since, and an update would take that over. */
export const updateInserted: Act = async (find, { sandbox: { control } }) => {
  const { id } = control.specimen('documented');
  await find.search.fill(String(id));
  await find.panel.booking(id).check();
  await find.button('Insert').click();
  await find.region.getByText('1 booking inserted into Method.').waitFor();
  control.changeBooking(id, { status: 'Declined' });
  await find.button('Update bookings in this field').click();
};
