import type { Account, Booking, CaliraData, Equipment } from '../data/records.ts';
import type { Authorisation, TokenPair } from '../oauth/grant-store.ts';

/** What a token may see of the data: the labs that were ticked when it was authorised, and what belongs to them. */
export interface View {
  mayReadLab(id: number): boolean;
  labs(): Account[];
  bookings(): readonly Booking[];
  booking(id: number): Booking | undefined;
  equipment(): Equipment[];
  piece(id: number): Equipment | undefined;
}

/** The last list of each authorisation: with 20 000 bookings, finding it anew for every page would cost 10 ms. */
const lists = new WeakMap<Authorisation, { data: CaliraData; key: string; bookings: readonly Booking[] }>();

export const viewOf = (data: CaliraData, token: TokenPair): View => {
  // Found once, since every booking of a list is asked about it.
  const readable = new Set(
    [...token.authorisation.labIds].filter((id) => data.accounts.get(id)?.accountType === 'lab'),
  );
  const mayReadLab = (id: number) => readable.has(id);
  const maySee = ({ providerLabId, requesterLabId }: Booking) =>
    mayReadLab(providerLabId) || (requesterLabId !== null && mayReadLab(requesterLabId));
  const bookings = () => {
    const key = `${[...readable]} ${data.bookings.size}`;
    const kept = lists.get(token.authorisation);
    if (kept?.data === data && kept.key === key) return kept.bookings;
    const found = [...data.bookings.values()].filter(maySee);
    lists.set(token.authorisation, { data, key, bookings: found });
    return found;
  };
  const only = <T>(record: T | undefined, allowed: (record: T) => boolean) =>
    record !== undefined && allowed(record) ? record : undefined;
  return {
    mayReadLab,
    labs: () => [...data.accounts.values()].filter((account) => mayReadLab(account.id)),
    bookings,
    booking: (id) => only(data.bookings.get(id), maySee),
    equipment: () => [...data.equipment.values()].filter((piece) => mayReadLab(piece.labId)),
    piece: (id) => only(data.equipment.get(id), (piece) => mayReadLab(piece.labId)),
  };
};
