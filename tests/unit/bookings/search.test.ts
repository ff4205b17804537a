import { describe, expect, test } from 'vitest';
import { markedParts } from '../../../utils/bookings/marked-parts.ts';
import { matchesWords, searchWords } from '../../../utils/bookings/search.ts';
import { aRow, someDetails } from '../support/bookings.ts';

const row = aRow({
  details: someDetails({
    requester: 'Søren Kjærgård',
    note: 'Laser <488 nm> “replaced”',
    type: 'maintenance',
    requesterLab: { id: '1', name: 'Müller & Søn „Protein“ Lab' },
    providerLab: { id: '2', name: 'Zebrafish <Facility> 🐟' },
  }),
});

describe('a search', () => {
  test.each([
    ['nothing', '', 'yes'],
    ['blanks', ' \u00a0 ', 'yes'],
    ['equipment', 'confocal', 'yes'],
    ['capitals', 'CONFOCAL', 'yes'],
    ['part of a word', 'foca', 'yes'],
    ['several words in any order', 'sp8 confocal', 'yes'],
    ['words of different facts', 'leica soren imaging', 'yes'],
    ['a word that is nowhere', 'confocal spectrometer', 'no'],
    ['manufacturer', 'leica', 'yes'],
    ['model', 'tcs', 'yes'],
    ['who booked it, without accents', 'kjaergard', 'yes'],
    ['who booked it, as written', 'Kjærgård', 'yes'],
    ['the same in decomposed letters', 'Kjærgård'.normalize('NFD'), 'yes'],
    ['the lab', 'imaging core', 'yes'],
    ['the requester’s lab', 'protein', 'yes'],
    ['the provider’s lab, a symbol', '🐟', 'yes'],
    ['notes', '<488', 'yes'],
    ['the kind', 'maintenance', 'yes'],
    ['the id', '4980109', 'yes'],
    ['a regular expression', 'conf.*', 'no'],
    ['what stands only where two facts meet', 'sp8leica', 'no'],
    ['the same word twice', 'confocal confocal', 'yes'],
  ])('for %s: %o', (_what, search, match) => {
    expect(matchesWords(row, searchWords(search))).toBe(match);
  });

  test('finds nothing in a booking that names nothing, whatever letter is searched for', () => {
    const nothing = { requester: null, type: null, note: null, requesterLab: null, providerLab: null };
    const nameless = { id: '5', name: null, manufacturer: null, model: null, room: null, contact: null };
    for (const equipment of [null, nameless])
      for (const letter of 'abcdefghijklmnopqrstuvwxyz') {
        const bare = aRow({ id: '1', equipment, lab: null, details: someDetails(nothing) });
        expect(matchesWords(bare, [letter])).toBe('no');
        expect(matchesWords({ ...bare, details: null }, [letter])).toBe('unknown');
      }
  });

  test('is undecided where only details can tell, and decided where they are not needed', () => {
    const bare = aRow({ details: null });
    expect(matchesWords(bare, searchWords('soren'))).toBe('unknown');
    expect(matchesWords(bare, searchWords('confocal soren'))).toBe('unknown');
    expect(matchesWords(bare, searchWords('confocal imaging'))).toBe('yes');
  });
});

describe('marks', () => {
  const shown = (text: string, search: string) =>
    markedParts(text, searchWords(search))
      .map(({ text: part, marked }) => (marked ? `[${part}]` : part))
      .join('');

  test.each([
    ['Confocal microscope SP8', '', 'Confocal microscope SP8'],
    ['Confocal microscope SP8', 'confoc', '[Confoc]al microscope SP8'],
    ['Confocal microscope SP8', 'sp8 MICRO', 'Confocal [micro]scope [SP8]'],
    ['Confocal', 'spectro', 'Confocal'],
    ['banana', 'ana', 'b[anana]'],
    ['Søren Kjærgård', 'kjaerg', 'Søren [Kjærg]ård'],
    ['Straße 4', 'strasse', '[Straße] 4'],
    ['Straße 4', 'stras', '[Straß]e 4'],
    ['Zoe\u0308 Müller', 'zoe', '[Zoe\u0308] Müller'],
    ['🐟 Zebra', 'zebra', '🐟 [Zebra]'],
    ['<b>bold</b>', 'b>', '<[b>]bold</[b>]'],
    ['', 'a', ''],
  ])('in %o for %o: %s', (text, search, expected) => {
    expect(shown(text, search)).toBe(expected);
  });

  test('never change the text', () => {
    const text = 'Zoe\u0308 ﬁeld  Kjærgård\t🐟 straße';
    const parts = markedParts(text, searchWords('fi zo 🐟 s'));
    expect(parts.map((part) => part.text).join('')).toBe(text);
  });
});
