import type { Account, Booking, CaliraData, Equipment } from '../data/records.ts';
import type { TokenPair } from '../oauth/grant-store.ts';

/** What a token may see of the data: the labs that were ticked when it was authorised, and what belongs to them. */
export interface View {
  mayReadLab(id: number): boolean;
  labs(): Account[];
  bookings(): Booking[];
  booking(id: number): Booking | undefined;
  equipment(): Equipment[];
  piece(id: number): Equipment | undefined;
}

export const viewOf = (data: CaliraData, token: TokenPair): View => {
  const { labIds } = token.authorisation;
  const mayReadLab = (id: number) => labIds.has(id) && data.accounts.get(id)?.accountType === 'lab';
  const maySee = ({ providerLabId, requesterLabId }: Booking) =>
    mayReadLab(providerLabId) || (requesterLabId !== null && mayReadLab(requesterLabId));
  const only = <T>(record: T | undefined, allowed: (record: T) => boolean) =>
    record !== undefined && allowed(record) ? record : undefined;
  return {
    mayReadLab,
    labs: () => [...data.accounts.values()].filter((account) => mayReadLab(account.id)),
    bookings: () => [...data.bookings.values()].filter(maySee),
    booking: (id) => only(data.bookings.get(id), maySee),
    equipment: () => [...data.equipment.values()].filter((piece) => mayReadLab(piece.labId)),
    piece: (id) => only(data.equipment.get(id), (piece) => mayReadLab(piece.labId)),
  };
};
