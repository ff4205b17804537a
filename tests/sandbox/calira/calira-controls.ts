import { addLab, type NewLab } from './data/add-lab.ts';
import { type FoundBooking, findBookings, findSpecimen, type Wanted } from './data/find-bookings.ts';
import type { Booking } from './data/records.ts';
import type { DataSizes } from './data/seed-calira.ts';
import type { SpecimenName } from './data/specimens.ts';
import type { CaliraState, Consent, ListOrder, Rotation } from './state.ts';

/** What a test may do to the fake Calira. Ids are Calira's integers. */
export interface CaliraControls {
  /** Every access token given so far is past its time; refresh tokens go on working. */
  expireAccessTokens(): void;
  /** Every refresh token given so far is dead; access tokens live until they expire. */
  revokeRefreshTokens(): void;
  /** `forgiving`: a refreshed pair lives until the new access token is first used; `strict`: it is dead at once. */
  setRotation(rotation: Rotation): void;
  /** Whose authorise page is skipped when labs were granted before and those tokens are not revoked. */
  setConsent(consent: Consent): void;
  /** Lifetime of access tokens from now on, in seconds. */
  setAccessTokenLifetime(seconds: number): void;
  /** `none`: every API request is 403. */
  subscription(tier: 'enterprise' | 'none'): void;
  /** Whether labs below a department or an organisation appear in the list of accounts themselves. */
  setLabelling(options: { listNestedLabs: boolean }): void;
  /** The order of the lists; `reshuffled`: another one for every page, so that records fall between pages. */
  setListOrder(order: ListOrder): void;
  /** A new lab. It is not among what was authorised before, unless `granted`. */
  addLab(lab: NewLab & { granted?: boolean }): { id: number };
  /** Adds a lab to every authorisation, as if the person had ticked it in Calira. */
  grantLab(id: number): void;
  /** Takes a lab out of every authorisation; it stays on the authorise page. */
  withdrawLab(id: number): void;
  /** Which labs the latest authorisation of a client covers. */
  grantedLabs(clientId: string): number[];
  /** The booking with this name (`data/specimens.ts`), as it is now. */
  specimen(name: SpecimenName): FoundBooking;
  /** All bookings with these properties, newest first. */
  findBookings(wanted?: Wanted): FoundBooking[];
  /** A booking is changed by somebody, in Calira. Times are milliseconds since 1970. */
  changeBooking(id: number, change: Partial<Pick<Booking, 'status' | 'start' | 'end' | 'note'>>): void;
  /** A booking is deleted: its page is 404, and no list has it. */
  deleteBooking(id: number): void;
  /** Signs out every browser. */
  signOutEverybody(): void;
  /** Other data, of these sizes. What was authorised stays so as far as those labs exist. */
  seedData(sizes: DataSizes): void;
  /** What is stored. */
  readonly calira: CaliraState;
}

export const caliraControls = (state: CaliraState): CaliraControls => ({
  expireAccessTokens: () => {
    const now = state.now().getTime();
    for (const pair of state.grants.pairs) pair.expiresAt = Math.min(pair.expiresAt, now);
  },
  revokeRefreshTokens: () => {
    for (const pair of state.grants.pairs) pair.refreshRevoked = true;
  },
  setRotation: (rotation) => {
    state.manners.rotation = rotation;
  },
  setConsent: (consent) => {
    state.manners.consent = consent;
  },
  setAccessTokenLifetime: (seconds) => {
    state.manners.accessTokenLifetime = seconds;
  },
  subscription: (tier) => {
    state.manners.subscription = tier;
  },
  setLabelling: ({ listNestedLabs }) => {
    state.manners.listNestedLabs = listNestedLabs;
  },
  setListOrder: (order) => {
    state.manners.listOrder = order;
  },
  addLab: ({ granted = false, ...lab }) => {
    const id = addLab(state.data, lab, state.seed, state.now().getTime());
    if (granted) for (const authorisation of state.grants.authorisations) authorisation.labIds.add(id);
    return { id };
  },
  grantLab: (id) => {
    for (const authorisation of state.grants.authorisations) authorisation.labIds.add(id);
  },
  withdrawLab: (id) => {
    for (const authorisation of state.grants.authorisations) authorisation.labIds.delete(id);
  },
  grantedLabs: (clientId) => [
    ...(state.grants.authorisations.findLast((one) => one.clientId === clientId)?.labIds ?? []),
  ],
  specimen: (name) => findSpecimen(state.data, name),
  findBookings: (wanted) => findBookings(state.data, wanted),
  changeBooking: (id, change) => {
    const booking = state.data.bookings.get(id);
    if (!booking) throw new RangeError(`There is no booking ${id}`);
    Object.assign(booking, change);
  },
  deleteBooking: (id) => void state.data.bookings.delete(id),
  signOutEverybody: () => state.sessions.clear(),
  seedData: (sizes) => state.seedData(sizes),
  calira: state,
});
