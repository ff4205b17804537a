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
  openings: Opening[];
  growth: Growth[];
  interactions: Record<string, Interaction>;
  unopenedPage: Figure;
  panel: { heap: Figure; elements: Figure };
  weights: Weight[];
}

export interface Opening {
  bookings: number;
  native: { firstRows: Figure; allRows: Figure; requests: Figure; elements: Figure };
  cold: ExtensionOpening;
  /** The same, where the worker has to be started first. */
  coldStart: ExtensionOpening;
  known: ExtensionOpening;
}

export interface ExtensionOpening {
  firstRows: Figure;
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
}

const round = (value: number) =>
  value >= 100 ? String(Math.round(value)) : value.toFixed(value < 10 ? 1 : 0);
const spread = ({ median, min, max }: Figure, unit = ' ms') =>
  min === max ? round(median) + unit : `${round(median)}${unit} (${round(min)}–${round(max)})`;
const plain = (figure: Figure) => spread(figure, '');
const times = (slow: Figure, fast: Figure) => `${(slow.median / fast.median).toFixed(1)} ×`;
const count = (value: number) => new Intl.NumberFormat('en-GB').format(value).replaceAll(',', ' ');
const kB = (bytes: number) => `${(bytes / 1_000).toFixed(1)} kB`;
const MB = ({ median, min, max }: Figure) =>
  `${(median / 1e6).toFixed(1)} MB (${(min / 1e6).toFixed(1)}–${(max / 1e6).toFixed(1)})`;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** @returns the figures as the tables of docs/performance.md. */
export function asMarkdown(report: Report): string {
  const openings = report.openings.flatMap(({ bookings, native, cold, coldStart, known }) =>
    (
      [
        ['nothing known, worker running', cold],
        ['nothing known, worker stopped', coldStart],
        ['known from the last time, worker stopped', known],
      ] as const
    ).map(([what, { firstRows, allRows, lists, inFlight, twice }]) => [
      count(bookings),
      what,
      spread(firstRows),
      times(native.firstRows, firstRows),
      spread(allRows),
      plain(lists),
      plain(inFlight),
      plain(twice),
    ]),
  );
  const growth = report.growth.map((one, index) => {
    const before = report.growth.find(({ bookings }) => bookings * 10 === one.bookings);
    return [
      count(one.bookings),
      spread(one.firstRows),
      spread(one.allRows),
      spread(one.known),
      MB(one.heap),
      before && index > 0 ? times(one.allRows, before.allRows) : '',
    ];
  });
  return [
    `Measured on ${report.at.slice(0, 10)} (${report.machine}, ${report.browser}), Calira at ${report.latency} ms a request over HTTP/2, 5 labs; medians of ${report.runs} runs, with the least and the greatest.`,
    '### Opening, beside the native pattern',
    table(
      ['bookings', 'native pattern: first rows', 'requests', 'elements on the page'],
      report.openings.map(({ bookings, native }) => [
        count(bookings),
        spread(native.firstRows),
        plain(native.requests),
        plain(native.elements),
      ]),
    ),
    table(
      [
        'bookings',
        'the panel',
        'first rows',
        'sooner',
        'all rows',
        'lists asked for',
        'most in flight',
        'asked twice',
      ],
      openings,
    ),
    '### Growth',
    table(
      [
        'bookings',
        'first rows, cold',
        'all rows, cold',
        'first rows, known',
        'heap of the panel',
        'all rows: 10 times as many',
      ],
      growth,
    ),
    '### Interaction at 5 000 bookings',
    table(
      ['what', 'until it is seen', 'longest task'],
      Object.entries(report.interactions).map(([what, { answer, longestTask }]) => [
        what,
        spread(answer),
        longestTask === 0 ? 'under 50 ms' : `${round(longestTask)} ms`,
      ]),
    ),
    '### Weight',
    table(
      ['what', 'figure', 'budget'],
      [
        ...report.weights.map(({ name, size, budget }) => [name, kB(size), kB(budget)]),
        ['Main-thread time on a page where the panel is not opened', spread(report.unopenedPage), '15 ms'],
        ['Elements of the panel at 5 000 bookings', plain(report.panel.elements), '1 500'],
        ['Heap of the panel at 5 000 bookings', MB(report.panel.heap), '10 MB'],
      ],
    ),
  ].join('\n\n');
}
