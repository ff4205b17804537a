import type { Weight } from '../setup/weights.ts';
import type { Interaction } from './interaction.ts';
import type { Figure } from './statistics.ts';

/** Everything that one run of the bench has measured. Times in milliseconds, sizes in bytes. */
export interface Report {
  at: string;
  machine: string;
  browser: string;
  latency: number;
  runs: number;
  openings: Comparison[];
  growth: Growth[];
  interactions: Record<string, Interaction>;
  weight: { unopenedPage: Figure; panel: { heap: Figure; elements: Figure }; files: Weight[] } | null;
}

export interface Comparison {
  bookings: number;
  native: { firstRows: Figure; allRows: Figure; requests: Figure; elements: Figure };
  /** By how the panel was found, and opened. */
  panel: Record<string, PanelOpening>;
}

interface PanelOpening {
  firstRows: Figure;
  /** How many times sooner than with the native pattern first rows are there, by the medians. */
  sooner: number;
  allRows: Figure;
  lists: Figure;
  inFlight: Figure;
  twice: Figure;
}

export interface Growth {
  bookings: number;
  firstRows: Figure;
  allRows: Figure;
  known: Figure;
  heap: Figure;
  /** How many times as long, or as much, as a tenth as many bookings take, by the medians; null where that was not measured. */
  tenfold: { allRows: number; heap: number } | null;
}

const round = (value: number) =>
  value >= 100 ? String(Math.round(value)) : value.toFixed(value < 10 ? 1 : 0);
const spread = ({ median, min, max }: Figure, unit = ' ms') =>
  min === max ? round(median) + unit : `${round(median)}${unit} (${round(min)}–${round(max)})`;
const plain = (figure: Figure) => spread(figure, '');
const times = (ratio: number) => `${ratio.toFixed(1)} ×`;
/** @returns how many times as much one is as another. */
export const ratioOf = (one: Figure, other: Figure) => one.median / other.median;
const count = (value: number) => new Intl.NumberFormat('en-GB').format(value).replaceAll(',', ' ');
const kB = (bytes: number) => `${(bytes / 1_000).toFixed(1)} kB`;
const MB = ({ median, min, max }: Figure) =>
  `${(median / 1e6).toFixed(1)} MB (${(min / 1e6).toFixed(1)}–${(max / 1e6).toFixed(1)})`;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A part of the report, where it was measured. */
const section = (heading: string, measured: boolean, ...content: string[]) =>
  measured ? [heading, ...content] : [];

/** @returns the figures as the tables of docs/performance.md. */
export function asMarkdown(report: Report): string {
  return [
    `Measured on ${report.at.slice(0, 10)} (${report.machine}, ${report.browser}), Calira at ${report.latency} ms a request over HTTP/2, 5 labs; medians of ${report.runs} runs, with the least and the greatest.`,
    ...section(
      '### Opening, beside the native pattern',
      report.openings.length > 0,
      nativeTable(report),
      panelTable(report),
    ),
    ...section('### Growth', report.growth.length > 0, growthTable(report)),
    ...section(
      '### Interaction at 5 000 bookings',
      Object.keys(report.interactions).length > 0,
      interactionTable(report),
    ),
    ...(report.weight ? ['### Weight', weightTable(report.weight)] : []),
  ].join('\n\n');
}

function nativeTable({ openings }: Report): string {
  return table(
    ['bookings', 'native pattern: first rows', 'requests', 'elements on the page'],
    openings.map(({ bookings, native }) => [
      count(bookings),
      spread(native.firstRows),
      plain(native.requests),
      plain(native.elements),
    ]),
  );
}

function panelTable({ openings }: Report): string {
  const rows = openings.flatMap(({ bookings, panel }) =>
    Object.entries(panel).map(([what, { firstRows, sooner, allRows, lists, inFlight, twice }]) => [
      count(bookings),
      what,
      spread(firstRows),
      times(sooner),
      spread(allRows),
      plain(lists),
      plain(inFlight),
      plain(twice),
    ]),
  );
  const what = ['bookings', 'the panel', 'first rows', 'sooner', 'all rows'];
  return table([...what, 'lists asked for', 'most in flight', 'asked twice'], rows);
}

function growthTable({ growth }: Report): string {
  const rows = growth.map(({ bookings, firstRows, allRows, known, heap, tenfold }) => [
    count(bookings),
    spread(firstRows),
    spread(allRows),
    spread(known),
    MB(heap),
    tenfold ? times(tenfold.allRows) : '',
    tenfold ? times(tenfold.heap) : '',
  ]);
  const first = ['bookings', 'first rows, cold', 'all rows, cold', 'first rows, known, worker stopped'];
  const tenfold = ['all rows: 10 times as many', 'heap: 10 times as many'];
  return table([...first, 'heap of the panel', ...tenfold], rows);
}

function interactionTable({ interactions }: Report): string {
  return table(
    ['what', 'until it is seen', 'longest task'],
    Object.entries(interactions).map(([what, { answer, longestTask }]) => [
      what,
      spread(answer),
      longestTask === 0 ? 'under 50 ms' : `${round(longestTask)} ms`,
    ]),
  );
}

function weightTable({ unopenedPage, panel, files }: NonNullable<Report['weight']>): string {
  return table(
    ['what', 'figure', 'budget'],
    [
      ...files.map(({ name, size, budget }) => [name, kB(size), kB(budget)]),
      ['Main-thread time on a page where the panel is not opened', spread(unopenedPage), '15 ms'],
      ['Elements of the panel at 5 000 bookings', plain(panel.elements), '1 500'],
      ['Heap of the panel at 5 000 bookings', MB(panel.heap), '10 MB'],
    ],
  );
}
