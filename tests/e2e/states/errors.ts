/** A panel under every error code. */
import type { browser } from 'wxt/browser';
import { withLaterEditor } from '../support/later-editor.ts';
import type { PanelState } from './arrange.ts';
import { connection, fault, insertionAnswered, signInEnded, tick } from './arrange.ts';

/** Of a page of the extension's own, where some functions here are evaluated. */
declare const chrome: typeof browser;

export const errors: PanelState[] = [
  {
    name: 'notConfigured',
    code: 'notConfigured',
    shows: 'The extension does not know your institution’s Calira client yet.',
    connected: false,
    act: connection({ state: 'notConfigured' }),
  },
  {
    name: 'disconnected',
    code: 'disconnected',
    shows: 'Connect to Calira to insert your instrument bookings into this document.',
    connected: false,
  },
  {
    name: 'expired',
    code: 'expired',
    endsAuthorisation: true,
    shows: 'Invalid Calira user or client token: your authorisation has expired.',
    async act(find, stage) {
      const { control } = stage.sandbox;
      control.setConsent('always');
      control.revokeRefreshTokens();
      control.expireAccessTokens();
      await tick(find, stage);
      await find.button('Refresh').click();
    },
  },
  {
    name: 'accessDenied',
    code: 'accessDenied',
    shows: 'You did not authorise RSpace in Calira.',
    connected: false,
    act: signInEnded('accessDenied'),
  },
  {
    // Closed on purpose: nothing needs to be said.
    name: 'cancelled',
    code: 'cancelled',
    shows: 'Connect to Calira to insert your instrument bookings into this document.',
    sameAs: 'disconnected',
    connected: false,
  },
  {
    name: 'interrupted',
    code: 'interrupted',
    shows: 'Sign-in was interrupted.',
    connected: false,
    act: signInEnded('interrupted'),
  },
  {
    name: 'authPageFailed',
    code: 'authPageFailed',
    shows: 'Calira’s sign-in page could not be opened.',
    connected: false,
    act: signInEnded('authPageFailed'),
  },
  {
    name: 'forbidden',
    code: 'forbidden',
    shows: /^Your Calira subscription does not include API access/,
    async act(find, { sandbox }) {
      sandbox.control.subscription('none');
      await find.button('Refresh').click();
    },
  },
  {
    name: 'noLabs',
    code: 'noLabs',
    endsAuthorisation: true,
    shows: 'No lab is authorised.',
    act: (_, { own }) =>
      own.evaluate(() => chrome.runtime.sendMessage({ command: 'authoriseLabs', parameters: { ids: [] } })),
  },
  { name: 'offline', code: 'offline', shows: 'Calira cannot be reached.', act: fault('reset') },
  {
    name: 'timeout',
    code: 'timeout',
    shows: 'Calira is slow to answer.',
    act: fault({ type: 'status', status: 408 }),
  },
  {
    name: 'unavailable',
    code: 'unavailable',
    shows: 'Calira is having trouble.',
    act: fault({ type: 'status', status: 503 }),
  },
  {
    name: 'rateLimited',
    code: 'rateLimited',
    shows: /^Calira asks to wait\. Again in \d+ s\./,
    act: fault({ type: 'status', status: 429, retryAfter: 90 }),
  },
  {
    name: 'unexpectedAnswer',
    code: 'unexpectedAnswer',
    shows: 'Calira answered something unexpected.',
    act: fault('wrongShape'),
  },
  {
    name: 'notEditing',
    code: 'notEditing',
    // Without the button it stands below every list, as long as no field is open.
    shows: /^Open a text field for editing first \(the pencil\)\.Copy table$/,
    field: 'Method',
    act: insertionAnswered('insert', { refused: 'notEditing' }),
  },
  {
    name: 'lockedByOther',
    code: 'lockedByOther',
    shows: 'Jonas Okonkwo is editing this document.',
    document: '128',
    before: ({ sandbox }) => sandbox.control.otherUserTakesLock('128'),
  },
  {
    name: 'readOnly',
    code: 'readOnly',
    shows: 'You may only read this document.',
    document: '126',
  },
  {
    name: 'signed',
    code: 'signed',
    shows: 'This document is signed and cannot be changed.',
    document: '125',
  },
  {
    name: 'lockLost',
    code: 'lockLost',
    shows: /^RSpace no longer holds this document for you\./,
    field: 'Method',
    async act(find, stage) {
      stage.sandbox.control.releaseLock('123');
      await tick(find, stage);
      await find.button('Insert').click();
    },
  },
  {
    name: 'noTextField',
    code: 'noTextField',
    shows: 'This document has no text field. Copy puts the bookings on the clipboard.',
    document: '130',
  },
  {
    name: 'unknownEditor',
    code: 'unknownEditor',
    shows: /^This RSpace has an editor that the extension does not know yet\./,
    field: 'Method',
    async act({ page, panel }) {
      await withLaterEditor(page);
      await page.reload();
      await panel.open();
      await panel.loaded();
    },
  },
  {
    name: 'selectionChanged',
    code: 'selectionChanged',
    shows: 'The selected text is another one now; nothing was changed.',
    field: 'Method',
    act: insertionAnswered('insert', { refused: 'selectionChanged' }),
  },
  {
    name: 'fieldFull',
    code: 'fieldFull',
    shows: /^This field is full\./,
    field: 'Method',
    act: insertionAnswered('tables', {
      value: { field: { id: '1233', name: 'Method' }, bytes: 1_999_000, tables: [] },
    }),
  },
  {
    name: 'signedOut',
    code: 'signedOut',
    shows: /^RSpace has signed you out\./,
    field: 'Method',
    async act(find, stage) {
      stage.sandbox.control.addFault({
        match: { server: 'rspace', path: /getRecordInformation/ },
        times: 'always',
        kind: { type: 'status', status: 401 },
      });
      await tick(find, stage);
      await find.button('Insert').click();
    },
  },
  {
    name: 'notOpened',
    code: 'notOpened',
    shows: 'RSpace did not open the text field; nothing was changed.',
    async act(find, stage) {
      await tick(find, stage);
      // RSpace's pencil has gone between the moment in which it was seen and the click.
      await find.page.evaluate(() => {
        const remove = () => {
          for (const pencil of document.querySelectorAll('[id^="edit_"]')) pencil.remove();
        };
        addEventListener('click', remove, { capture: true, once: true });
      });
      await find.button('Open Method for editing').click();
    },
  },
  {
    name: 'insertFailed',
    code: 'insertFailed',
    shows: 'The table could not be inserted; nothing was changed.',
    field: 'Method',
    act: insertionAnswered('insert', { refused: 'insertFailed' }),
  },
];
