const LINES = ['Tg(kdrl:EGFP)', 'Tg(fli1a:EGFP)', 'Tg(mpx:GFP)', 'Tg(lyz:DsRed2)', 'Tg(cmlc2:mCherry)'];
const TISSUES = [
  'intersegmental vessels',
  'the caudal vein plexus',
  'the lateral line',
  'the hindbrain',
  'the heart tube',
];
const AGES = [24, 30, 36, 48, 72];

/** HTML of the fields of the ordinary document. Another seed gives another line, tissue and age. */
export function zebrafishTexts(seed: number): {
  objective: string;
  method: string;
  results: string;
  discussion: string;
} {
  const line = pick(LINES, seed);
  const tissue = pick(TISSUES, seed);
  const age = pick(AGES, seed);
  return {
    objective:
      `<p>Follow the growth of ${tissue} in <em>${line}</em> embryos from ${age} hpf to ${age + 24} hpf, ` +
      'and compare light-sheet with spinning-disk recordings of the same clutch.</p>\n' +
      '<p>The recordings belong to work package 2 of the imaging core’s grant (“Vessels &amp; flow”).</p>',
    method:
      '<h2>Mounting</h2>\n' +
      `<p>Embryos were dechorionated at ${age - 2} hpf and mounted in 0.8 % low-melting agarose with ` +
      '160 mg/L tricaine (MS-222).</p>\n' +
      '<ul>\n<li>Chamber temperature 28.5 °C</li>\n<li>Dorsal side towards the objective</li>\n' +
      '<li>E3 medium exchanged every 6 h</li>\n</ul>\n' +
      '<h2>Acquisition</h2>\n' +
      '<p>One stack every 5 min, 2 µm steps, 488 nm at 4 % laser power. The protocol is attached:</p>\n' +
      attachment(6172, 'light-sheet-protocol-v4.pdf') +
      '<p>Settings not mentioned are those of the protocol.</p>',
    results:
      '<p>Sprouts counted by hand in three embryos:</p>\n' +
      '<table style="border-collapse: collapse; width: 60%;" border="1" width="300" cellpadding="5">\n<tbody>\n' +
      '<tr>\n<td>Embryo</td>\n<td>Sprouts at start</td>\n<td>Sprouts at end</td>\n</tr>\n' +
      [1, 2, 3].map((embryo) => countRow(embryo, seed)).join('') +
      '</tbody>\n</table>\n' +
      '<p>Embryo 3 drifted out of the field of view after 14 h; its counts are a lower bound.</p>',
    discussion:
      '<p>Light-sheet recordings show less bleaching, at the price of a lower lateral resolution. ' +
      'See <a href="https://doi.org/10.1038/nmeth.2508" target="_blank" rel="noopener">the methods paper</a>.</p>',
  };
}

/** An attachment as RSpace writes it into a field: a block that TinyMCE does not let one edit. */
export function attachment(id: number, fileName: string): string {
  return (
    '<div class="attachmentDiv mceNonEditable">\n' +
    `<a href="/Streamfile/${id}" target="_blank"> <img class="attachmentIcon" src="/images/icons/pdf.png" alt="" width="32" height="32" /> </a>\n` +
    `<p class="attachmentP"><a id="attachOnText_${id}" class="attachmentLinked" href="/Streamfile/${id}" target="_blank" data-type="Documents">${fileName}</a></p>\n` +
    `<div id="attachmentInfoDiv_${id}" class="attachmentInfoDiv"><img class="attachmentInfoIcon" src="/images/getInfo12.png" alt="" /></div>\n` +
    '</div>\n'
  );
}

/**
 * Paragraphs of an instrument's log, as RSpace stores them, whose form encoding is about `bytes` long. Its bars of
 * progress take nine bytes a character there: of plain words it would be four times as much text to lay out.
 */
export function longText(bytes: number): string {
  const paragraph = `<p>${'09:14:02 ████████████████████ 100 %, z 0.0 um, piezo ok; '.repeat(10).trimEnd()}</p>\n`;
  const encoded = new URLSearchParams({ dataValue: paragraph }).toString().length - 'dataValue='.length;
  return paragraph.repeat(Math.floor(bytes / encoded)).trimEnd();
}

/** A table as RSpace's own Calira dialog inserts it: no header row group, an empty Notes column, `data-tablesource`. */
export function ownDialogTable(
  caliraWebUrl: string,
  bookings: { id: number; equipmentId: number; name: string }[],
): string {
  const header = [
    'Booking ID',
    'Equipment Name',
    'Manufacturer',
    'Model',
    'Notes',
    'Booked by',
    'Start Time',
    'Duration (mins)',
    'Booking Type',
    'Status',
  ];
  const rows = bookings.map(
    ({ id, equipmentId, name }) =>
      `<tr>\n<td><a href="${caliraWebUrl}accounts/11/my_bookings/${id}" target="_blank" rel="noopener">${id}</a></td>\n` +
      `<td><a href="${caliraWebUrl}accounts/11/equipment/${equipmentId}" target="_blank" rel="noopener">${name}</a></td>\n` +
      '<td>Zeiss</td>\n<td></td>\n<td></td>\n<td>Mira Welling</td>\n<td>2026-03-02 09:00:00</td>\n<td>120</td>\n<td>internal</td>\n<td>Completed</td>\n</tr>\n',
  );
  return (
    '<table data-tablesource="clustermarket">\n<tbody>\n' +
    `<tr>\n${header.map((label) => `<th>${label}</th>\n`).join('')}</tr>\n${rows.join('')}</tbody>\n</table>`
  );
}

function countRow(embryo: number, seed: number): string {
  const atStart = 8 + ((seed + embryo * 3) % 7);
  return `<tr>\n<td>${embryo}</td>\n<td>${atStart}</td>\n<td>${atStart + 5 + embryo}</td>\n</tr>\n`;
}

function pick<T>(list: readonly T[], seed: number): T {
  const item = list[Math.abs(Math.trunc(seed)) % list.length];
  if (item === undefined) throw new RangeError('Nothing to pick from');
  return item;
}
