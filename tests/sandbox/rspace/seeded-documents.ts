import type { DocumentField, StoredDocument } from './documents.ts';
import { COLLEAGUE, ME } from './people.ts';
import { sanitise } from './sanitiser.ts';
import { attachment, longText, ownDialogTable, zebrafishTexts } from './seeded-texts.ts';

/** Ids of the documents that every seed has. */
export const DOCUMENT_IDS = {
  ordinary: '123',
  notebookEntry: '124',
  signed: '125',
  readOnly: '126',
  large: '127',
  lockedByOther: '128',
  ownDialog: '129',
  withoutText: '130',
} as const;

/** Id of the notebook that the notebook entry is in. */
const NOTEBOOK_ID = '400';

/** Two fields that are nearly full, or quite: long to write, and the same in every RSpace. */
const logs = { nearlyFull: longText(1_600_000), full: longText(1_895_000) };

/** What was stored of each text of a field, by the text: RSpace stores the same one the same way. */
const sanitised = new Map<string, string>();

/** Builds the documents of one RSpace. Ids are always the same; `seed` changes texts a little. */
export function seededDocuments(seed: number, now: Date, caliraWebUrl: string): StoredDocument[] {
  const texts = zebrafishTexts(seed);
  const modifiedAt = new Date(now.getTime() - 26 * 60 * 60 * 1000).toISOString();

  const build = (
    id: string,
    name: string,
    fields: Pick<DocumentField, 'name' | 'type' | 'html'>[],
  ): StoredDocument => ({
    id,
    globalId: `SD${id}`,
    name,
    owner: ME.userName,
    signed: false,
    permission: 'write',
    basic: false,
    createdAt: now.getTime() - 9 * 24 * 60 * 60 * 1000,
    fields: fields.map((field, index) => ({ id: `${id}${index + 1}`, ...field, modifiedAt })),
  });

  return [
    build(DOCUMENT_IDS.ordinary, 'Live-cell imaging of Zebrafish vessels, clutch 14', [
      text('Objective', texts.objective),
      { name: 'Start date', type: 'date', html: '2026-03-02' },
      text('Method', texts.method),
      text('Results', texts.results),
      text('Discussion', texts.discussion),
      text('Equipment & bookings', ''),
    ]),
    {
      ...build(DOCUMENT_IDS.notebookEntry, 'Entry of 2 March 2026', [
        text('Data', `${texts.objective}\n${texts.discussion}`),
      ]),
      basic: true,
      notebookId: NOTEBOOK_ID,
    },
    {
      ...build(DOCUMENT_IDS.signed, 'Calibration of the light-sheet, final', [
        text('Summary', '<p>Point-spread function measured with 100 nm beads; signed on completion.</p>'),
        text('Certificate', attachment(6180, 'psf-certificate.pdf')),
      ]),
      signed: true,
    },
    {
      ...build(DOCUMENT_IDS.readOnly, 'Core facility rules', [
        text('Rules', '<ol>\n<li>Book before use.</li>\n<li>Leave the room as you found it.</li>\n</ol>'),
      ]),
      owner: COLLEAGUE.userName,
      permission: 'read',
    },
    build(DOCUMENT_IDS.large, 'Complete stage log of week 9', [
      { name: 'Log', type: 'text', html: logs.nearlyFull },
      { name: 'Full export', type: 'text', html: logs.full },
      text('Remarks', '<p>Two gaps on Thursday: the controller was restarted.</p>'),
    ]),
    build(DOCUMENT_IDS.lockedByOther, 'Shared protocol: clearing with CUBIC', [
      text('Protocol', '<p>Reagent 1 for three days at 37 °C, then reagent 2 until clear.</p>'),
      text('Deviations', '<p>None so far.</p>'),
    ]),
    build(DOCUMENT_IDS.ownDialog, 'Instrument use in February', [
      text(
        'Bookings',
        `<p>Inserted with RSpace’s own dialog:</p>\n${ownDialogTable(caliraWebUrl, [
          { id: 90001, equipmentId: 501, name: 'Lightsheet 7' },
          { id: 90002, equipmentId: 502, name: 'LSM 980' },
        ])}\n<p>To be checked.</p>`,
      ),
      text('Remarks', ''),
    ]),
    build(DOCUMENT_IDS.withoutText, 'Freezer inventory', [
      { name: 'Counted on', type: 'date', html: '2026-03-02' },
      { name: 'Vials', type: 'number', html: '48' },
    ]),
  ];
}

/** A text field with `html` as RSpace would have stored it. */
function text(name: string, html: string): Pick<DocumentField, 'name' | 'type' | 'html'> {
  const stored = sanitised.get(html) ?? sanitise(html);
  sanitised.set(html, stored);
  return { name, type: 'text', html: stored };
}
