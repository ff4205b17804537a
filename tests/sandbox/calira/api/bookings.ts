import { Hono } from 'hono';
import type { Booking, CaliraData, DetailKey } from '../data/records.ts';
import { zonedIso } from '../data/zoned-time.ts';
import type { CaliraState } from '../state.ts';
import { type ApiEnv, requires } from './bearer.ts';
import { notFound, paged } from './paging.ts';
import { viewOf } from './visibility.ts';

/**
 * Calira may leave any string or nested object null, or out altogether. Which record that befalls follows from its id,
 * so that it is the same in every answer.
 */
const word = (booking: Booking, value: string) => (booking.id % 17 === 3 ? null : value);
const leaky = <T extends object>({ id }: Booking, answer: T): Partial<T> =>
  id % 3 !== 0
    ? answer
    : (Object.fromEntries(Object.entries(answer).filter(([, value]) => value !== null)) as Partial<T>);

const summary = (data: CaliraData, booking: Booking) => {
  const zone = data.accounts.get(booking.providerLabId)?.timezone ?? 'UTC';
  return leaky(booking, {
    id: booking.id,
    start_time: zonedIso(booking.start, zone),
    end_time: zonedIso(booking.end, zone),
    status: word(booking, booking.status),
    user_id: booking.requester?.id ?? null,
    equipment_id: booking.equipmentId,
  });
};

const details = (data: CaliraData, booking: Booking) => {
  const account = (id: number | null | undefined) => {
    const found = data.accounts.get(id ?? 0);
    return found ? { id: found.id, name: found.name } : null;
  };
  const organisationOf = (labId: number | null) => account(data.accounts.get(labId ?? 0)?.organisationId);
  const piece = data.equipment.get(booking.equipmentId);
  const shown = <T>(key: DetailKey, value: T): T | null => (booking.blank.includes(key) ? null : value);
  const { requester } = booking;
  return leaky(booking, {
    id: booking.id,
    status: word(booking, booking.status),
    duration: Math.round((booking.end - booking.start) / 60_000),
    cost: booking.cost,
    booking_type: word(booking, booking.type),
    requested_at: booking.requestedAt === null ? null : new Date(booking.requestedAt).toISOString(),
    add_ons: booking.addOns,
    last_public_note: booking.note === null ? null : { message: booking.note },
    requester: shown(
      'requester',
      requester && {
        id: requester.id,
        name: requester.name,
        email: requester.email,
        sector: requester.sector,
      },
    ),
    equipment: shown('equipment', piece ? { id: piece.id, name: piece.name } : null),
    requester_lab: shown('requester_lab', account(booking.requesterLabId)),
    provider_lab: shown('provider_lab', account(booking.providerLabId)),
    requester_organisation: shown('requester_organisation', organisationOf(booking.requesterLabId)),
    provider_organisation: shown('provider_organisation', organisationOf(booking.providerLabId)),
  });
};

/** `GET /bookings[?provider_account=LAB]` and `GET /bookings/:id`. */
export const bookingsApi = (state: CaliraState): Hono<ApiEnv> =>
  new Hono<ApiEnv>()
    .use(requires(state, 'read_bookings'))
    .get('/', (c) => {
      const view = viewOf(state.data, c.get('token'));
      const provider = c.req.query('provider_account');
      if (provider !== undefined && !view.mayReadLab(Number(provider))) return notFound(c, 'Account');
      const all = view.bookings();
      const visible =
        provider === undefined ? all : all.filter(({ providerLabId }) => providerLabId === Number(provider));
      const ordered =
        state.manners.listOrder === 'newestFirst' ? visible.toSorted((a, b) => b.start - a.start) : visible;
      return paged(c, state, ordered, (booking) => summary(state.data, booking));
    })
    .get('/:id', (c) => {
      const booking = viewOf(state.data, c.get('token')).booking(Number(c.req.param('id')));
      return booking ? c.json(details(state.data, booking)) : notFound(c, 'Booking');
    });
