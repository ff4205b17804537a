/**
 * The baseline: how RSpace's own dialog gets at bookings and shows them. RSpace's server fetches the list, then every
 * booking's details ten at a time, then every piece of equipment ten at a time, and answers with all of it at once; the
 * page renders every row. (RSpace stops after the first page of the list; here the pattern is carried on to its end.)
 */
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import type { Sandbox } from '../sandbox/sandbox.ts';

interface Summary {
  id: number;
  equipment_id: number | null;
}

/** RSpace's server asks for so many things at a time. */
const atATime = 10;

async function tenAtATime<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const answers: R[] = [];
  const rest = items.entries();
  const runner = async () => {
    for (const [index, item] of rest) answers[index] = await work(item);
  };
  await Promise.all(Array.from({ length: atATime }, runner));
  return answers;
}

/** What RSpace's server does for one opening of the dialog. */
async function fetchEverything({ caliraApiUrl }: Sandbox, token: string): Promise<object[]> {
  const ask = async (path: string) => {
    const response = await fetch(caliraApiUrl + path, { headers: { Authorization: `Bearer ${token}` } });
    return { json: await response.json(), total: Number(response.headers.get('X-Total-Records')) };
  };
  const bookings: Summary[] = [];
  for (let page = 1, total = 1; bookings.length < total; page += 1) {
    const answer = await ask(`bookings?page=${page}`);
    bookings.push(...answer.json);
    total = answer.total;
  }
  const details = await tenAtATime(bookings, async ({ id }) => (await ask(`bookings/${id}`)).json);
  const pieces = [...new Set(bookings.flatMap(({ equipment_id }) => equipment_id ?? []))];
  const equipment = await tenAtATime(pieces, async (id) => (await ask(`equipment/${id}`)).json);
  const byId = new Map(equipment.map((piece: { id: number }) => [piece.id, piece]));
  return bookings.map((booking, index) => ({
    ...booking,
    ...details[index],
    piece: byId.get(booking.equipment_id ?? 0),
  }));
}

/** The dialog: a button that asks, and a table of every row with a box, as plain as can be. */
const page = `<!doctype html><title>The native pattern</title>
<style>table{border-collapse:collapse}td{padding:6px 12px;border-bottom:1px solid #ddd}</style>
<button>Open</button><table><tbody></tbody></table>
<script>
document.querySelector('button').addEventListener('click', async () => {
  const rows = await (await fetch('/bookings')).json();
  const text = (value) => { const cell = document.createElement('td'); cell.textContent = value ?? ''; return cell; };
  document.querySelector('tbody').append(...rows.map((row) => {
    const line = document.createElement('tr');
    const box = document.createElement('input');
    box.type = 'checkbox';
    const first = document.createElement('td');
    first.append(box);
    line.append(first, text(row.id), text(row.equipment?.name), text(row.piece?.manufacturer), text(row.piece?.model),
      text(row.requester?.name), text(row.requester_lab?.name), text(row.start_time), text(row.duration), text(row.status),
      text(row.cost));
    return line;
  }));
});
</script>`;

export interface NativePattern extends AsyncDisposable {
  url: string;
}

/** Serves the dialog from this process, which is the sandbox's RSpace too. */
export async function startNativePattern(sandbox: Sandbox, token: string): Promise<NativePattern> {
  const app = new Hono()
    .get('/', (c) => c.html(page))
    .get('/bookings', async (c) => c.json(await fetchEverything(sandbox, token)));
  const { promise, resolve } = Promise.withResolvers<number>();
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => resolve(port));
  return {
    url: `http://127.0.0.1:${await promise}/`,
    async [Symbol.asyncDispose]() {
      server.close();
    },
  };
}
