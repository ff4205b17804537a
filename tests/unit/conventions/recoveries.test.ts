// @vitest-environment node

import { test } from 'vitest';
import type { ErrorCode } from '../../../utils/messages/failure.ts';
import { errorCodes } from '../../../utils/messages/failure.ts';
import { expectRunningTest } from '../support/running-tests.ts';

/** For every error code, the browser test that shows how a person gets on, without a reload wherever there is a way. */
const recoveries: Record<ErrorCode, [file: string, test: string]> = {
  notConfigured: ['recovery', 'notConfigured: told by the panel; once the options have a Client ID'],
  disconnected: ['authorisation-disconnect', 'disconnecting revokes at Calira, and deletes tokens'],
  expired: ['authorisation-expired', 'one click: selection and place are kept'],
  accessDenied: ['authorisation-sign-in', 'denied'],
  cancelled: ['authorisation-sign-in', 'a window that is closed on purpose needs no words'],
  interrupted: ['recovery', 'the code for tokens: interrupted, and connecting again works'],
  authPageFailed: ['authorisation-sign-in', 'Calira’s page cannot be opened'],
  forbidden: ['recovery', 'forbidden: said once it is sure, and Retry is enough'],
  noLabs: ['recovery', 'noLabs: once the popup has one, its bookings come by themselves'],
  offline: ['recovery', 'offline: said once it is sure, and Retry is enough'],
  timeout: ['recovery', 'timeout: said once it is sure, and Retry is enough'],
  unavailable: ['recovery', 'unavailable: said once it is sure, and Retry is enough'],
  rateLimited: ['recovery', 'rateLimited: a countdown, and then by itself'],
  unexpectedAnswer: ['recovery', 'unexpectedAnswer: said once it is sure, and Retry is enough'],
  notEditing: [
    'interruptions',
    'the field is closed: nothing is inserted, and it is said; opened again, it is',
  ],
  lockedByOther: ['text-fields', 'but a colleague edits the document now, nothing is inserted'],
  signedOut: ['text-fields', 'but the session is gone, nothing is inserted, and the selection is kept'],
  readOnly: ['handover', 'says why a document cannot be edited, and still lets the person browse and copy'],
  signed: ['handover', 'says why a document cannot be edited, and still lets the person browse and copy'],
  lockLost: ['document-access', 'where its lock is lost, and free again'],
  noTextField: [
    'document-access',
    'a document without a text field is said to have none, and the bookings can be copied',
  ],
  unknownEditor: [
    'document-access',
    'an editor of another version is said to be unknown, and the bookings can be copied',
  ],
  selectionChanged: ['recovery', 'selectionChanged: another text is selected by now'],
  fieldFull: ['recovery', 'fieldFull: another text field takes it'],
  notOpened: ['recovery', 'notOpened: RSpace’s pencil was gone; with it, the same button is enough'],
  tableChanged: ['update', 'what changes in the field meanwhile is not overwritten'],
  insertFailed: ['insertion', 'an insertion that fails half-way is taken back, and said so'],
  extensionUpdated: ['extension-update', 'old pages ask to be reloaded, whether their panel was open or not'],
};

test.each(errorCodes)('%s has a recovery that a browser test shows', (code) => {
  const [file, name] = recoveries[code];
  expectRunningTest(`e2e/${file}`, name);
});
