import type { ErrorCode } from '../../../utils/messages/failure.ts';
import { expectRunningTest } from '../support/running-tests.ts';
import { spoken } from './spoken.ts';

/** Something that happens around the requests: to the computer, the browser, the extension or the page. */
interface Surrounding {
  happens: string;
  /** An error code whose sentence is read; null where nothing is, or what else can be read. */
  reads: ErrorCode | null | { words: string };
  afterwards: string;
  /** The file below `tests`, and how the test that shows it begins. */
  shownBy: [file: string, test: string];
}

export const surroundings: readonly Surrounding[] = [
  {
    happens: 'the clock is 10 minutes or 10 years off, or is put right meanwhile',
    reads: null,
    afterwards: 'a token is renewed when Calira refuses it, or early',
    shownBy: ['unit/calira/working-day', 'a clock that is ten years > wrong all the time'],
  },
  {
    happens: 'the clock is wrong, and Calira asks to wait until a date',
    reads: 'rateLimited',
    afterwards: 'by itself: the date is compared with Calira’s own clock',
    shownBy: ['unit/calira/retry-after', 'a date is meant by Calira’s clock'],
  },
  {
    happens: 'the network goes while the panel is open, and comes back',
    reads: 'offline',
    afterwards: 'Retry',
    shownBy: ['e2e/recovery', 'offline: said once it is sure, and Retry is enough'],
  },
  {
    happens: 'the laptop sleeps for an hour while Calira is being asked',
    reads: 'timeout',
    afterwards: 'Retry, 25 s after waking at most',
    shownBy: ['unit/calira/asleep', '%s: has ended within 25 s of being awake'],
  },
  {
    happens: 'a working day with a lunch at which the laptop sleeps',
    reads: null,
    afterwards: 'a renewal every two hours',
    shownBy: ['unit/calira/working-day', 'eight hours with a lunch'],
  },
  {
    happens: 'the disk is full',
    reads: null,
    afterwards: 'connected until the browser is closed',
    shownBy: ['unit/calira/kept-secret', 'a renewed token stays for as long as the browser runs'],
  },
  {
    happens: 'the browser refuses databases',
    reads: null,
    afterwards: 'Reconnect, after another start of the browser',
    shownBy: ['unit/calira/database-refused', 'another start of the browser costs one click'],
  },
  {
    happens: 'the browser refuses databases while the person disconnects, and opens them again later',
    reads: null,
    afterwards: 'still disconnected: what was left is deleted, and Calira is told',
    shownBy: ['unit/calira/database-refused', 'who disconnected meanwhile stays disconnected'],
  },
  {
    happens: 'the extension’s databases are wiped',
    reads: 'expired',
    afterwards: 'Reconnect, once the access token has ended; nothing before',
    shownBy: ['e2e/interruptions', 'its databases are wiped'],
  },
  {
    happens: 'stored items are damaged, or of an older or newer version',
    reads: null,
    afterwards: 'as if they had never been written',
    shownBy: ['unit/calira/damaged-storage', 'in %s: something sensible is read'],
  },
  {
    happens: 'storage fails at any single write of a sign-in, a renewal or a disconnect',
    reads: 'unexpectedAnswer',
    afterwards: 'Try again',
    shownBy: ['unit/calira/storage-fails', 'of a renewal: the authorisation is there still'],
  },
  {
    happens: 'the worker is stopped during a sign-in',
    reads: 'interrupted',
    afterwards: 'Try again',
    shownBy: ['e2e/recovery', 'the code for tokens: interrupted'],
  },
  {
    happens: 'the worker is stopped during a renewal, where the old refresh token still works',
    reads: null,
    afterwards: 'by itself',
    shownBy: ['e2e/authorisation-renewal', 'recovers where the rotation forgives'],
  },
  {
    happens: 'the worker is stopped during a renewal, where it does not',
    reads: 'expired',
    afterwards: 'Reconnect',
    shownBy: ['e2e/authorisation-renewal', 'costs one click where it does not'],
  },
  {
    happens: 'the worker is stopped while the list is read',
    reads: null,
    afterwards: 'by itself: the next worker reads it',
    shownBy: ['e2e/recovery', 'the list: it is read again by the next one'],
  },
  {
    happens: 'the worker is stopped while it disconnects',
    reads: { words: '*disconnected*' },
    afterwards: 'Calira is told at the next start',
    shownBy: ['e2e/recovery', 'a revocation: it is told after the next start'],
  },
  {
    happens: 'the extension is updated while the panel is open',
    reads: 'extensionUpdated',
    afterwards: 'a reload',
    shownBy: ['e2e/extension-update', 'old pages ask to be reloaded'],
  },
  {
    happens: 'the extension is disabled while the panel is open',
    reads: 'extensionUpdated',
    afterwards: 'enabling it, and a reload',
    shownBy: ['e2e/extension-update', 'old pages ask to be reloaded'],
  },
  {
    happens: 'RSpace’s permission is withdrawn while an insertion is on its way',
    reads: { words: '– (the panel leaves the page)' },
    afterwards: 'granting it again',
    shownBy: ['e2e/interruptions', 'Calira’s permission is withdrawn, and RSpace’s'],
  },
  {
    happens: 'Calira’s permission is withdrawn while the panel is open',
    reads: 'offline',
    afterwards: 'granting it again, and Retry',
    shownBy: ['e2e/interruptions', 'Calira’s permission is withdrawn, and RSpace’s'],
  },
  {
    happens: 'five tabs in two windows on two RSpace servers open their panels at once',
    reads: null,
    afterwards: 'one reading for all of them',
    shownBy: ['e2e/interruptions', 'five tabs in two windows on two RSpace servers'],
  },
  {
    happens: 'the page is left while an insertion is on its way',
    reads: null,
    afterwards: 'the document is as it was',
    shownBy: ['e2e/text-fields', 'the person leaves the page: the document stays as it was'],
  },
  {
    happens: 'the page is left while the list is read',
    reads: null,
    afterwards: 'nobody reads on',
    shownBy: ['e2e/recovery', 'the page is left while the list is read'],
  },
  {
    happens: 'RSpace re-creates the editor while an insertion is on its way',
    reads: null,
    afterwards: 'it goes into the new one',
    shownBy: ['e2e/text-fields', 'a save re-creates the editor'],
  },
  {
    happens: 'the field is closed while an insertion is on its way',
    reads: 'notEditing',
    afterwards: 'Open … for editing',
    shownBy: ['e2e/interruptions', 'the field is closed: nothing is inserted'],
  },
  {
    happens: 'the field is closed while an update is on its way',
    reads: 'notEditing',
    afterwards: 'opening it again',
    shownBy: ['e2e/update', 'the field is closed while an update is on its way'],
  },
  {
    happens: '20 000 bookings, 300 labs, 2 000 pieces of equipment',
    reads: null,
    afterwards: 'searched, filtered and selected; a few hundred elements on the page',
    shownBy: ['e2e/load', 'are listed whole'],
  },
  {
    happens: '1 000 openings and closings of the panel',
    reads: null,
    afterwards: 'no port, listener, element or memory is left',
    shownBy: ['soak/openings', '1 000 openings and closings'],
  },
];

/** A line of the report, once the test that shows it was found, and runs. */
export function surroundingLine({ happens, reads, afterwards, shownBy: [file, name] }: Surrounding): string {
  expectRunningTest(file, name);
  const words = typeof reads === 'string' ? spoken({ code: reads }) : (reads?.words ?? '–');
  return [happens, words, afterwards, file].join(' | ');
}
