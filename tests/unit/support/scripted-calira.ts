import type { BookingSummary } from '../../../utils/bookings/booking.ts';
import type { CaliraClient, Page } from '../../../utils/calira/client.ts';
import { CodedError } from '../../../utils/messages/failure.ts';
import { aPiece, aSummary, someDetails } from './bookings.ts';

interface Request {
  answer(): void;
  fail(): void;
}

/** A Calira that answers each request when it is told to, with what it has by then. */
export function scriptedCalira(count: number) {
  const bookings = new Map<string, BookingSummary>();
  for (let id = 1; id <= count; id += 1)
    bookings.set(`${id}`, aSummary({ id: `${id}`, start: at(id, 10), end: at(id, 12) }));
  const waiting = new Set<Request>();

  /** What was asked for, in its order. */
  const asked: string[] = [];

  function ask<T>(what: string, answer: () => T, signal?: AbortSignal): Promise<T> {
    asked.push(what);
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    const request = {
      answer: () => end(() => resolve(answer())),
      fail: () => end(() => reject(new CodedError('unavailable'))),
    };
    const end = (how: () => void) => {
      waiting.delete(request);
      how();
    };
    waiting.add(request);
    signal?.addEventListener('abort', () => end(() => reject(signal.reason)), { once: true });
    return promise;
  }
  const page = <T>(records: T[]): Page<T> => ({ records, unreadable: 0, total: records.length, size: 100 });

  const client: CaliraClient = {
    accounts: () => Promise.reject(new Error('not asked here')),
    account: () => Promise.reject(new Error('not asked here')),
    bookings: (_page, signal) => ask('bookings', () => page([...bookings.values()]), signal),
    booking: (id, signal) =>
      ask('booking', () => someDetails({ note: bookings.get(id)?.status ?? null }), signal),
    equipment: (_lab, _page, signal) => ask('equipment', () => page([aPiece()]), signal),
  };
  return {
    client,
    bookings,
    waiting,
    ask,
    asked: () => [...asked],
    /** Answers, or fails, one of the requests that wait. */
    settle(nth: number, how: 'answer' | 'fail') {
      [...waiting][nth % Math.max(1, waiting.size)]?.[how]();
    },
    /** A worker that was stopped asks no more. */
    forget: () => waiting.clear(),
  };
}

const at = (day: number, hour: number) => new Date(Date.UTC(2026, 10, day, hour)).toISOString();
