import { Hono } from 'hono';
import type { CaliraData, Equipment } from '../data/records.ts';
import type { CaliraState } from '../state.ts';
import { type ApiEnv, requires } from './bearer.ts';
import { notFound, paged } from './paging.ts';
import { viewOf } from './visibility.ts';

// Calira's ids of categories are its own; any stable number does.
const categoryId = (name: string) =>
  [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 900, 100);

const summary = (piece: Equipment) => ({
  id: piece.id,
  name: piece.name,
  description: piece.description,
  room: piece.room,
  availability_status: piece.availability,
  model: piece.model,
  manufacturer: piece.manufacturer,
  sub_category: piece.category === null ? null : { id: categoryId(piece.category), name: piece.category },
  contact_person: piece.contact && {
    id: piece.contact.id,
    name: piece.contact.name,
  },
});

const details = (data: CaliraData, piece: Equipment) => {
  const lab = data.accounts.get(piece.labId);
  return {
    id: piece.id,
    name: piece.name,
    room: piece.room,
    manufacturer: piece.manufacturer,
    [piece.legacyModelKey ? 'model_number' : 'model']: piece.model,
    city: lab?.city ?? null,
    country: lab?.country ?? null,
    currency: lab?.currency ?? null,
    charging_type: 'hourly',
    description: piece.description,
    category: piece.category === null ? null : { name: piece.category },
    lab: lab ? { id: lab.id, name: lab.name } : null,
  };
};

/** `GET /equipment[?account=LAB]` and `GET /equipment/:id`. */
export const equipmentApi = (state: CaliraState): Hono<ApiEnv> =>
  new Hono<ApiEnv>()
    .use(requires(state, 'read_equipment'))
    .get('/', (c) => {
      const view = viewOf(state.data, c.get('token'));
      const account = c.req.query('account');
      if (account !== undefined && !view.mayReadLab(Number(account))) return notFound(c, 'Account');
      const visible = view
        .equipment()
        .filter(({ labId }) => account === undefined || labId === Number(account));
      return paged(c, state, visible, summary);
    })
    .get('/:id', (c) => {
      const piece = viewOf(state.data, c.get('token')).piece(Number(c.req.param('id')));
      return piece ? c.json(details(state.data, piece)) : notFound(c, 'Equipment');
    });
