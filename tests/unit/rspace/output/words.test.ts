import { describe, expect, test } from 'vitest';
import { tableWords } from '../../../../utils/rspace/output/table-words.ts';
import { bookingColumns } from '../../../../utils/settings/columns.ts';
import { documentLanguages } from '../../../../utils/settings/document-language.ts';

const when = '23 Nov 2026, 14:05 GMT';
const equipmentColumns = [
  'id',
  'name',
  'manufacturer',
  'model',
  'room',
  'contact',
  'lastCompleted',
  'lastMaintenance',
] as const;

describe.each(documentLanguages)('in a document in %s', (language) => {
  const words = tableWords[language];

  test('every column of bookings has a heading of its own', () => {
    const headings = bookingColumns.map((column) => words.columns[column]);
    for (const heading of headings) expect(heading).toMatch(/\p{L}{2}/u);
    expect(new Set(headings).size).toBe(bookingColumns.length);
  });

  test('every column of equipment has a heading of its own', () => {
    const headings = equipmentColumns.map((column) => words.equipmentColumns[column]);
    for (const heading of headings) expect(heading).toMatch(/\p{L}{2}/u);
    expect(new Set(headings).size).toBe(equipmentColumns.length);
  });

  test('what both tables tell of equipment is called the same in both', () => {
    for (const column of ['manufacturer', 'model', 'room'] as const)
      expect(words.equipmentColumns[column]).toBe(words.columns[column]);
  });

  test('lines say from where and from when something is', () => {
    for (const line of [words.provenance(when), words.equipmentProvenance(when)]) {
      expect(line).toContain('Calira');
      expect(line).toContain(' · ');
      expect(line.endsWith(when)).toBe(true);
    }
    expect(words.provenance(when)).not.toBe(words.equipmentProvenance(when));
    expect(words.older(3, 17, when)).toMatch(new RegExp(`^3 \\p{L}+ 17 .*${when}$`, 'u'));
  });

  test('a fact is named before a colon, a booking by its id, and the rest of a note by where it is', () => {
    expect(words.named('Room')).toMatch(/^Room\s?:$/);
    expect(words.booking('4980109')).toMatch(/^\p{L}+ 4980109$/u);
    expect(words.more).toMatch(/^\p{L}+ .*Calira$/u);
  });
});

test('no two languages say the same', () => {
  const said = documentLanguages.map((language) => tableWords[language].provenance(when));
  expect(new Set(said).size).toBe(documentLanguages.length);
});
