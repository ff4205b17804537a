/** A panel under every error code. */
import type { browser } from 'wxt/browser';
import type { PanelState } from './arrange.ts';
import {
  afterFault,
  afterInsertion,
  afterSignIn,
  disconnected,
  listed,
  onDocument,
  withConnection,
} from './arrange.ts';

/** Of a page of the extension's own, where some functions here are evaluated. */
declare const chrome: typeof browser;

export const errors: PanelState[] = [
  {
    name: 'notConfigured',
    code: 'notConfigured',
    shows: 'The extension does not know your institution’s Calira client yet.',
    arrange: withConnection({ state: 'notConfigured' }),
  },
  {
    name: 'disconnected',
    code: 'disconnected',
    shows: 'Connect to Calira to insert your instrument bookings',
    arrange: disconnected,
  },
  {
    name: 'expired',
    code: 'expired',
    shows: 'Invalid Calira user or client token: your authorisation has expired.',
    arrange: listed(async (find, { sandbox: { control } }) => {
      control.setConsent('always');
      control.revokeRefreshTokens();
      control.expireAccessTokens();
      await find.rows.nth(8).getByRole('checkbox').check();
      await find.button('Refresh').click();
    }),
  },
  {
    name: 'accessDenied',
    code: 'accessDenied',
    shows: 'You did not authorise RSpace in Calira.',
    arrange: afterSignIn('accessDenied'),
  },
  {
    // Closed on purpose: nothing needs to be said.
    name: 'cancelled',
    code: 'cancelled',
    shows: 'Connect to Calira to insert your instrument bookings',
    arrange: disconnected,
  },
  {
    name: 'interrupted',
    code: 'interrupted',
    shows: 'Sign-in was interrupted.',
    arrange: afterSignIn('interrupted'),
  },
  {
    name: 'authPageFailed',
    code: 'authPageFailed',
    shows: 'Calira’s sign-in page could not be opened.',
    arrange: afterSignIn('authPageFailed'),
  },
  {
    name: 'forbidden',
    code: 'forbidden',
    shows: /Your Calira subscription does not include API access/,
    arrange: listed(async (find, { sandbox }) => {
      sandbox.control.subscription('none');
      await find.button('Refresh').click();
    }),
  },
  {
    name: 'noLabs',
    code: 'noLabs',
    shows: 'No lab is authorised.',
    arrange: listed(async (_, { own }) => {
      await own.evaluate(() =>
        chrome.runtime.sendMessage({ command: 'authoriseLabs', parameters: { ids: [] } }),
      );
    }),
  },
  { name: 'offline', code: 'offline', shows: 'Calira cannot be reached.', arrange: afterFault('reset') },
  {
    name: 'timeout',
    code: 'timeout',
    shows: 'Calira is slow to answer.',
    arrange: afterFault({ type: 'status', status: 408 }),
  },
  {
    name: 'unavailable',
    code: 'unavailable',
    shows: 'Calira is having trouble.',
    arrange: afterFault({ type: 'status', status: 503 }),
  },
  {
    name: 'rateLimited',
    code: 'rateLimited',
    shows: /Calira asks to wait\. Again in \d+ s\./,
    arrange: afterFault({ type: 'status', status: 429, retryAfter: 90 }),
  },
  {
    name: 'unexpectedAnswer',
    code: 'unexpectedAnswer',
    shows: 'Calira answered something unexpected.',
    arrange: afterFault('wrongShape'),
  },
  {
    name: 'notEditing',
    code: 'notEditing',
    shows: 'Open a text field for editing first (the pencil).',
    arrange: afterInsertion('insert', { refused: 'notEditing' }),
  },
  {
    name: 'lockedByOther',
    code: 'lockedByOther',
    shows: 'Someone else is editing this document.',
    arrange: (stage) => {
      stage.sandbox.control.otherUserTakesLock('128');
      return onDocument('128')(stage);
    },
  },
  {
    name: 'readOnly',
    code: 'readOnly',
    shows: 'You may only read this document.',
    arrange: onDocument('126'),
  },
  {
    name: 'signed',
    code: 'signed',
    shows: 'This document is signed and cannot be changed.',
    arrange: onDocument('125'),
  },
  {
    name: 'selectionChanged',
    code: 'selectionChanged',
    shows: 'The selected text is another one now; nothing was changed.',
    arrange: afterInsertion('insert', { refused: 'selectionChanged' }),
  },
  {
    name: 'fieldFull',
    code: 'fieldFull',
    shows: /^This field is full\./,
    arrange: afterInsertion('tables', {
      value: { field: { id: '1233', name: 'Method' }, bytes: 1_999_000, tables: [] },
    }),
  },
  {
    name: 'signedOut',
    code: 'signedOut',
    shows: /^RSpace has signed you out\./,
    arrange: listed(async (find, { sandbox }) => {
      sandbox.control.addFault({
        match: { server: 'rspace', path: /otherUserEditingRecord/ },
        times: 'always',
        kind: { type: 'status', status: 401 },
      });
      await find.rows.nth(8).getByRole('checkbox').check();
      await find.button('Insert').click();
    }, 'Method'),
  },
  {
    name: 'notOpened',
    code: 'notOpened',
    shows: 'RSpace did not open the text field; nothing was changed.',
    arrange: listed(async (find) => {
      await find.rows.nth(8).getByRole('checkbox').check();
      // RSpace's pencil has gone between the moment in which it was seen and the click.
      await find.page.evaluate(() => {
        for (const pencil of document.querySelectorAll('[id^="edit_"]')) pencil.remove();
      });
      await find.button('Open Method for editing').click();
    }),
  },
  {
    name: 'insertFailed',
    code: 'insertFailed',
    shows: 'The table could not be inserted; nothing was changed.',
    arrange: afterInsertion('insert', { refused: 'insertFailed' }),
  },
];
