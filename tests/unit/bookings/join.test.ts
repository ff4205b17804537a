import { describe, expect, test } from 'vitest';
import type { JoinSources } from '../../../utils/bookings/join.ts';
import { joinRow } from '../../../utils/bookings/join.ts';
import { aLab, aPiece, aRow, aSummary, someDetails } from '../support/bookings.ts';

const links = {
  booking: (labId: string, id: string) => `booking ${id} in ${labId}`,
  equipment: (labId: string, id: string) => `equipment ${id} in ${labId}`,
};

const sources = (over: Partial<JoinSources> = {}): JoinSources => ({
  equipment: new Map([['92515', aPiece()]]),
  details: new Map([['4980109', someDetails()]]),
  labs: new Map([['1207', aLab()]]),
  ...over,
});

test('a booking of which everything is known', () => {
  expect(joinRow(aSummary(), sources(), links)).toEqual(
    aRow({ links: { booking: 'booking 4980109 in 1242', equipment: 'equipment 92515 in 1242' } }),
  );
});

test('a booking of which nothing but the summary is known', () => {
  const nothing = { equipment: new Map(), details: new Map(), labs: new Map() };
  expect(joinRow(aSummary(), nothing, links)).toMatchObject({
    equipment: { id: '92515', name: null, manufacturer: null, model: null, room: null, contact: null },
    lab: null,
    timeZone: null,
    details: null,
    links: { booking: null, equipment: null },
  });
});

describe('links', () => {
  const linksOf = (over: Partial<JoinSources>, summary = aSummary()) =>
    joinRow(summary, sources(over), links).links;

  test('wait for the details: the equipment’s own lab could be the wrong one', () => {
    expect(linksOf({ details: new Map() })).toEqual({ booking: null, equipment: null });
  });

  test('lead to the equipment in its own lab where there is no requester’s, and to no booking', () => {
    const details = new Map([['4980109', someDetails({ requesterLab: null })]]);
    expect(linksOf({ details })).toEqual({ booking: null, equipment: 'equipment 92515 in 1207' });
  });

  test('take the provider’s lab for equipment that no list names', () => {
    const details = new Map([['4980109', someDetails({ requesterLab: null })]]);
    expect(linksOf({ details, equipment: new Map() }).equipment).toBe('equipment 92515 in 1207');
  });

  test('are none where no lab at all is named', () => {
    const details = new Map([['4980109', someDetails({ requesterLab: null, providerLab: null })]]);
    expect(linksOf({ details, equipment: new Map() })).toEqual({ booking: null, equipment: null });
  });

  test('lead to the booking although nobody says which equipment it is', () => {
    const details = new Map([['4980109', someDetails({ equipment: null })]]);
    expect(linksOf({ details }, aSummary({ equipmentId: null }))).toEqual({
      booking: 'booking 4980109 in 1242',
      equipment: null,
    });
  });
});

describe('equipment', () => {
  const rowWith = (over: Partial<JoinSources>, summary = aSummary()) =>
    joinRow(summary, sources(over), links);

  test('that only the details name', () => {
    const row = rowWith({ equipment: new Map() });
    expect(row.equipment).toMatchObject({ id: '92515', name: 'Confocal microscope SP8', model: null });
  });

  test('whose id only the details tell', () => {
    expect(rowWith({}, aSummary({ equipmentId: null })).equipment?.manufacturer).toBe('Leica Microsystems');
  });

  test('that nobody names', () => {
    const details = new Map([['4980109', someDetails({ equipment: null })]]);
    expect(rowWith({ details }, aSummary({ equipmentId: null })).equipment).toBeNull();
  });

  test('called by its list’s name, should the details call it otherwise', () => {
    const details = new Map([
      ['4980109', someDetails({ equipment: { id: '92515', name: 'Old microscope' } })],
    ]);
    expect(rowWith({ details }).equipment?.name).toBe('Confocal microscope SP8');
  });
});

describe('the lab', () => {
  test('outside what was authorised is called as the details call it, and its zone is unknown', () => {
    const providerLab = { id: '9999', name: 'Lab Across the Street' };
    const details = new Map([['4980109', someDetails({ providerLab })]]);
    const row = joinRow(aSummary(), sources({ details, equipment: new Map() }), links);
    expect(row).toMatchObject({ lab: providerLab, timeZone: null });
  });

  test('is that of the equipment before the details have come', () => {
    const row = joinRow(aSummary(), sources({ details: new Map() }), links);
    expect(row).toMatchObject({ lab: { id: '1207', name: 'Imaging Core' }, timeZone: 'Europe/London' });
  });

  test('is the one whose list names the equipment, should the details name another', () => {
    const details = new Map([['4980109', someDetails({ providerLab: { id: '9999', name: 'Old Lab' } })]]);
    expect(joinRow(aSummary(), sources({ details }), links).lab?.id).toBe('1207');
  });

  test('keeps its id where its name is unknown', () => {
    const row = joinRow(aSummary(), sources({ details: new Map(), labs: new Map() }), links);
    expect(row.lab).toEqual({ id: '1207', name: null });
  });
});
