import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { zonedIso } from '../data/zoned-time.ts';
import type { CaliraState } from '../state.ts';
import { page } from './layout.ts';
import { signedInAs } from './session.ts';

const missing = (c: Context) =>
  c.html(page('Not found', html`<h1>Not found</h1><p>There is no such page in this Calira.</p>`), 404);

/** The pages that links in a document lead to: a booking, and a piece of equipment. */
export const recordPages = (state: CaliraState): Hono =>
  new Hono()
    .get('/accounts/:account/my_bookings/:id', (c) => {
      const { accounts, bookings, equipment } = state.data;
      const booking = bookings.get(Number(c.req.param('id')));
      const account = accounts.get(Number(c.req.param('account')));
      const lab = booking && accounts.get(booking.providerLabId);
      if (!booking || !account || !lab) return missing(c);
      const name = equipment.get(booking.equipmentId)?.name ?? 'Equipment';
      const at = (instant: number) => zonedIso(instant, lab.timezone).slice(0, 16).replace('T', ' ');
      const content = html`<h1>Booking ${booking.id}</h1><p>${name} <span class="badge">${booking.status}</span></p>
        <dl><dt>Lab</dt><dd>${lab.name}</dd><dt>Start</dt><dd>${at(booking.start)}</dd><dt>End</dt><dd>${at(booking.end)}</dd>
        <dt>Time zone</dt><dd>${lab.timezone}</dd><dt>Booked by</dt><dd>${booking.requester?.name ?? '–'}</dd></dl>`;
      return c.html(page(`Booking ${booking.id}`, content, signedInAs(c, state) !== undefined));
    })
    .get('/accounts/:account/equipment/:id', (c) => {
      const { accounts, equipment } = state.data;
      const piece = equipment.get(Number(c.req.param('id')));
      const lab = piece && accounts.get(piece.labId);
      if (!piece || !lab || !accounts.has(Number(c.req.param('account')))) return missing(c);
      const content = html`<h1>${piece.name}</h1><dl><dt>Lab</dt><dd>${lab.name}</dd>
        <dt>Manufacturer</dt><dd>${piece.manufacturer ?? '–'}</dd><dt>Model</dt><dd>${piece.model ?? '–'}</dd>
        <dt>Room</dt><dd>${piece.room ?? '–'}</dd></dl>`;
      return c.html(page(piece.name, content, signedInAs(c, state) !== undefined));
    });
