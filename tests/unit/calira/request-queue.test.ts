import { expect, test } from 'vitest';
import type { Urgency } from '../../../utils/calira/request-queue.ts';
import { createRequestQueue, createTicket } from '../../../utils/calira/request-queue.ts';
import { settled } from '../support/settled.ts';

/** A queue whose pieces of work end when a test says so, and the order in which they began. */
function world(atATime: number) {
  const queue = createRequestQueue(atATime);
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const ask = (name: string, urgency: Urgency, signal?: AbortSignal) => {
    const ticket = createTicket(urgency);
    const { promise, resolve } = Promise.withResolvers<string>();
    ends.set(name, () => resolve(name));
    const work = () => {
      begun.push(name);
      return promise;
    };
    return { ticket, answer: queue(work, ticket, signal) };
  };
  const end = async (name: string) => {
    ends.get(name)?.();
    await settled();
  };
  return { queue, ask, begun, end, settled };
}

test('no more than so many run at a time, in the order in which they came', async () => {
  const { ask, begun, end, settled } = world(2);
  for (const name of ['a', 'b', 'c', 'd']) ask(name, 'wanted');
  await settled();
  expect(begun).toEqual(['a', 'b']);
  await end('b');
  expect(begun).toEqual(['a', 'b', 'c']);
  await end('a');
  expect(begun).toEqual(['a', 'b', 'c', 'd']);
});

test('what people wait for overtakes what is done in the background', async () => {
  const { ask, begun, end, settled } = world(1);
  const names: Urgency[] = ['check', 'verdict', 'check', 'wanted', 'equipment', 'list'];
  for (const [index, urgency] of names.entries()) ask(`${index} ${urgency}`, urgency);
  await settled();
  for (const _ of names) await end(begun.at(-1) ?? '');
  expect(begun).toEqual(['0 check', '5 list', '4 equipment', '3 wanted', '1 verdict', '2 check']);
});

test('a check that somebody begins to look at becomes as urgent as that', async () => {
  const { ask, begun, end, settled } = world(1);
  ask('running', 'list');
  ask('verdict', 'verdict');
  const { ticket } = ask('looked at', 'check');
  await settled();
  ticket.raise('wanted');
  // And stays so, whatever others think of it.
  ticket.raise('check');
  await end('running');
  await end('looked at');
  expect(begun).toEqual(['running', 'looked at', 'verdict']);
});

test('what is aborted while it waits never begins, and takes nobody’s place', async () => {
  const { ask, begun, end, settled } = world(1);
  const controller = new AbortController();
  ask('first', 'wanted');
  const { answer } = ask('given up', 'wanted', controller.signal);
  ask('last', 'wanted');
  await settled();
  controller.abort();
  await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
  await end('first');
  expect(begun).toEqual(['first', 'last']);
});

test('what fails makes room as well', async () => {
  const { queue, ask, begun, settled } = world(1);
  await expect(queue(() => Promise.reject(new Error('lost')), createTicket('list'))).rejects.toThrow('lost');
  ask('next', 'check');
  await settled();
  expect(begun).toEqual(['next']);
});

test('thousands wait without anybody noticing', async () => {
  const queue = createRequestQueue(10);
  let most = 0;
  let running = 0;
  const work = async () => {
    running += 1;
    most = Math.max(most, running);
    await Promise.resolve();
    running -= 1;
  };
  await Promise.all(Array.from({ length: 20_000 }, () => queue(work, createTicket('check'))));
  expect({ most, running }).toEqual({ most: 10, running: 0 });
});
