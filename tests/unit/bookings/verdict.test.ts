import { describe, expect, test } from 'vitest';
import type { BookingDetails, BookingSummary, Equipment } from '../../../utils/bookings/booking.ts';
import type { Verdict, VerdictSources } from '../../../utils/bookings/verdict.ts';
import { verdictOn } from '../../../utils/bookings/verdict.ts';

const booking: BookingSummary = {
  id: '1',
  start: '2026-11-23T09:00:00.000+00:00',
  end: '2026-11-23T10:00:00.000+00:00',
  status: 'Booked',
  equipmentId: '7',
};
const pieceOf = (labId: string): VerdictSources['equipment'] =>
  new Map([['7', { id: '7', name: 'Confocal', labId } as Equipment]]);
const detailsOf = (providerLab: string | null, requesterLab: string | null): VerdictSources['details'] => {
  const lab = (id: string | null) => (id === null ? null : { id, name: id });
  return new Map([
    ['1', { providerLab: lab(providerLab), requesterLab: lab(requesterLab) } as BookingDetails],
  ]);
};

describe('a booking, where lab “a” is authorised', () => {
  test.for<[string, Partial<VerdictSources>, Verdict]>([
    ['of which nothing is known', {}, 'open'],
    ['on equipment of that lab', { equipment: pieceOf('a') }, 'mayAppear'],
    ['on equipment read while another lab was authorised', { equipment: pieceOf('b') }, 'open'],
    ['whose provider is that lab', { details: detailsOf('a', 'b') }, 'mayAppear'],
    ['whose requester is that lab', { details: detailsOf('b', 'a') }, 'mayAppear'],
    ['between two other labs', { details: detailsOf('b', 'c') }, 'mayNot'],
    ['of nobody', { details: detailsOf(null, null) }, 'mayNot'],
    ['that came while every granted lab was authorised', { confirmed: new Set(['1']) }, 'mayAppear'],
    ['beside one that did', { confirmed: new Set(['2']) }, 'open'],
    [
      'on that lab’s equipment, between others',
      { equipment: pieceOf('a'), details: detailsOf('b', 'c') },
      'mayAppear',
    ],
  ])('%s', ([, sources, expected]) => {
    const nothing = { confirmed: new Set<string>(), equipment: new Map(), details: new Map() };
    expect(verdictOn(booking, { ...nothing, authorised: new Set(['a']), ...sources })).toBe(expected);
  });

  test('without equipment is attributed by its details alone', () => {
    const sources = {
      confirmed: new Set<string>(),
      authorised: new Set(['a']),
      equipment: pieceOf('a'),
      details: new Map(),
    };
    expect(verdictOn({ ...booking, equipmentId: null }, sources)).toBe('open');
  });
});
