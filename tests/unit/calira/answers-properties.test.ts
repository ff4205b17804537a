/** Whatever Calira answers: it is refused or understood, and what is understood can be joined, shown and linked. */
import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { joinRow } from '../../../utils/bookings/join.ts';
import { matchesWords, searchWords } from '../../../utils/bookings/search.ts';
import { sortColumns, sortRows } from '../../../utils/bookings/sort.ts';
import {
  dayOf,
  durationOf,
  formatDay,
  formatDuration,
  formatPeriod,
  zoneOf,
} from '../../../utils/bookings/time.ts';
import { bookingLink, equipmentLink } from '../../../utils/calira/links.ts';
import {
  accountDetails,
  accountSummary,
  bookingDetails,
  bookingSummary,
  equipmentOf,
} from '../../../utils/calira/schemas.ts';
import { aLab } from '../support/bookings.ts';

const web = 'https://app.clustermarket.com/';
const links = {
  booking: (labId: string, id: string) => bookingLink(web, labId, id),
  equipment: (labId: string, id: string) => equipmentLink(web, labId, id),
};

/** Values that have been trouble somewhere. */
const odd = fc.constantFrom<unknown>(
  null,
  0,
  -1,
  2 ** 60,
  1.5,
  '',
  '  ',
  '__proto__',
  'constructor',
  'toString',
  '../../accounts/1',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'https://app.clustermarket.com.evil.example/',
  '<img src=x onerror=alert(1)>',
  '\u202egnp.exe',
  '\ud800',
  'x'.repeat(50_000),
  '2026-02-30T10:00:00Z',
  '2026-11-19T24:00:00Z',
  '9999-12-31T23:59:59+14:00',
  '0000-01-01T00:00:00Z',
  '2026-11-19T10:00:00',
);
const time = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const id = fc.oneof(fc.integer(), fc.stringMatching(/^[\w-]{1,70}$/), odd);
const text = fc.oneof(fc.string({ unit: 'binary' }), fc.jsonValue(), odd);
const named = fc.oneof(fc.record({ id, name: text }, { requiredKeys: [] }), fc.jsonValue(), odd);

const summaries = fc.record(
  {
    id,
    start_time: fc.oneof(time, odd),
    end_time: fc.oneof(time, odd),
    status: text,
    equipment_id: id,
  },
  { requiredKeys: ['id', 'start_time', 'end_time'] },
);
const details = fc.record(
  {
    id,
    duration: fc.oneof(fc.double(), fc.jsonValue()),
    cost: text,
    booking_type: text,
    last_public_note: fc.oneof(fc.record({ message: text }), fc.jsonValue()),
    requester: named,
    equipment: named,
    requester_lab: named,
    provider_lab: named,
  },
  { requiredKeys: ['id'] },
);

const schemas = {
  bookingSummary,
  bookingDetails,
  equipment: equipmentOf('1207'),
  accountSummary,
  accountDetails,
};

describe.each(Object.entries(schemas))('%s', (_name, schema: v.GenericSchema) => {
  test('any JSON is refused or understood, and never crashes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), summaries, details, named), (answer) => {
        const result = v.safeParse(schema, answer);
        if (!result.success) return;
        const { id: read } = result.output as { id?: string };
        if (read !== undefined) expect(read).toMatch(/^[\w-]{1,64}$/);
        const told = JSON.stringify(result.output);
        expect(told.length).toBeLessThan(200_000);
        expect(told.isWellFormed()).toBe(true);
      }),
    );
  });
});

const rows = fc
  .tuple(summaries, details, fc.constantFrom('Europe/London', null))
  .map(([listed, read, zone]) => {
    const summary = v.safeParse(bookingSummary, listed);
    if (!summary.success) return null;
    const known = v.safeParse(bookingDetails, { ...read, id: 1 });
    return joinRow(
      summary.output,
      {
        equipment: new Map(),
        details: new Map(known.success ? [[summary.output.id, known.output]] : []),
        labs: new Map([['1207', aLab({ timeZone: zone })]]),
      },
      links,
    );
  });

describe('a booking that was understood', () => {
  const understood = rows.filter((row) => row !== null);

  test('has links that lead to Calira, or none', () => {
    fc.assert(
      fc.property(understood, (row) => {
        for (const link of Object.values(row.links).filter((one) => one !== null)) {
          expect(new URL(link).origin).toBe('https://app.clustermarket.com');
          expect(new URL(link).pathname).toMatch(/^\/accounts\/[\w-]+\/(my_bookings|equipment)\/[\w-]+$/);
        }
      }),
    );
  });

  test('can be put into words', () => {
    fc.assert(
      fc.property(understood, fc.constantFrom('en-GB', 'de', 'ar'), (row, locale) => {
        const day = dayOf(row.start, zoneOf(row));
        expect(day).toMatch(/^\d{4}-\d\d-\d\d$/);
        expect(formatDay(day, 0, locale)).not.toBe('');
        expect(formatPeriod(row, locale, 'America/New_York', day).lab).not.toContain('Invalid');
        expect(formatDuration(durationOf(row, row.details?.duration), locale)).not.toMatch(/NaN|Infinity/);
      }),
    );
  });

  test('can be searched and sorted', () => {
    const sorting = fc.record({ column: fc.constantFrom(...sortColumns), descending: fc.boolean() });
    fc.assert(
      fc.property(fc.array(understood, { maxLength: 8 }), fc.string(), sorting, (all, search, by) => {
        for (const row of all) expect(matchesWords(row, searchWords(search))).toMatch(/^(yes|no|unknown)$/);
        expect(new Set(sortRows(all, by, 'en-GB'))).toEqual(new Set(all));
      }),
    );
  });
});
