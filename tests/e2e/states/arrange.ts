/** Ways to bring a panel into a state, whatever the one before was. */
import type { browser } from 'wxt/browser';
import type { Connection } from '../../../utils/calira/connection.ts';
import type { ErrorCode } from '../../../utils/messages/failure.ts';
import type { FaultKind } from '../../sandbox/traffic/fault.ts';
import type { AuthorisationStage, OpenPanel } from '../support/authorisation-stage.ts';
import { findPanelOf } from '../support/find-panel.ts';

/** Of a page of the extension's own, where some functions here are evaluated. */
declare const chrome: typeof browser;

export interface PanelState {
  /** The error code, where it is one, or what the state is called. */
  name: string;
  code?: ErrorCode;
  /** A text that is on screen then. */
  shows: string | RegExp;
  /** Brings a panel into this state, whatever the one before was. */
  arrange(stage: AuthorisationStage): Promise<OpenPanel>;
}

type Find = ReturnType<typeof findPanelOf>;

/** A panel that is connected and listed, and then something happens in it. */
export const listed =
  (act: (find: Find, stage: AuthorisationStage) => Promise<unknown>, field?: string) =>
  async (stage: AuthorisationStage): Promise<OpenPanel> => {
    const opened = await stage.freshPanel(field ? { field } : {});
    await act(findPanelOf(opened), stage);
    return opened;
  };

/** A panel that has found something else the last time that it asked Calira for its bookings. */
export const afterFault = (kind: FaultKind) =>
  listed(async (find, { sandbox }) => {
    sandbox.control.addFault({ match: { path: '/v1/bookings' }, times: 'always', kind });
    await find.button('Refresh').click();
  });

/** A panel that nobody has connected. */
export const disconnected = async (stage: AuthorisationStage): Promise<OpenPanel> => {
  await stage.reset();
  return stage.openPanel();
};

/** A panel that hears of another state of the connection while it is open. */
export const withConnection = (connection: Connection) => async (stage: AuthorisationStage) => {
  const opened = await disconnected(stage);
  // Whoever has this button has been told how things stood before.
  await opened.panel.button('Connect to Calira').waitFor();
  await stage.own.evaluate((value) => chrome.storage.local.set({ connection: value }), connection);
  return opened;
};

/** A booking was inserted, has changed in Calira since, and an update would take that over. */
export async function updateInserted(find: Find, { control }: AuthorisationStage['sandbox']): Promise<void> {
  control.changeBooking(4980109, { status: 'Completed' });
  await find.search.fill('4980109');
  await find.region.getByRole('checkbox', { name: 'Select booking 4980109' }).check();
  await find.button('Insert').click();
  await find.region.getByText('1 booking inserted into Method.').waitFor();
  control.changeBooking(4980109, { status: 'Declined' });
  await find.button('Update bookings in this field').click();
  await find.region.getByText(/^1 booking has changed in Calira\./).waitFor();
}

/** A panel whose latest attempt to connect ended so. */
export const afterSignIn = (code: ErrorCode) => withConnection({ state: 'disconnected', failure: { code } });

/** A panel whose insertion is answered so by whoever stands in for the editor adapter, as a page could. */
export const afterInsertion = (command: string, answer: object) =>
  listed(async (find) => {
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
    await find.rows.nth(8).getByRole('checkbox').check();
    await find.button('Insert').click();
  }, 'Method');

/** A panel on a document that cannot be edited. */
export const onDocument = (document: string) => (stage: AuthorisationStage) => stage.freshPanel({ document });
