/** Calira's API: what is asked for, how often it is tried, and how an answer is checked. Background only. */
import type { KyInstance, Options } from 'ky';
import ky from 'ky';
import * as v from 'valibot';
import type { BookingDetails, BookingSummary, Equipment } from '../bookings/booking.ts';
import { CodedError } from '../messages/failure.ts';
import { isUnauthorised, requestFailure } from './request-failure.ts';
import type { Ticket } from './request-queue.ts';
import { createRequestQueue, createTicket } from './request-queue.ts';
import type { AccountDetails, AccountSummary } from './schemas.ts';
import { accountDetails, accountSummary, bookingDetails, bookingSummary, equipmentOf } from './schemas.ts';

export interface ClientDependencies {
  /** @returns the API's address, ending in a slash. */
  apiUrl(): Promise<string>;
  /** @param rejected a token that Calira refused just now. */
  accessToken(rejected?: string): Promise<string>;
  /** Calira refused a token that was renewed a moment ago. */
  refused(token: string): Promise<void>;
}

/** One page of a list; records that cannot be understood are counted, never fatal. */
export interface Page<T> {
  records: T[];
  unreadable: number;
  /** Records in all, by Calira's paging headers; null where they do not tell. */
  total: number | null;
  /** Records on a full page. */
  size: number;
}

/** At most ten requests are under way at a time; a ticket says where one is not as urgent as others of its kind. */
export interface CaliraClient {
  accounts(page: number, signal?: AbortSignal, ticket?: Ticket): Promise<Page<AccountSummary>>;
  account(id: string, signal?: AbortSignal, ticket?: Ticket): Promise<AccountDetails>;
  bookings(page: number, signal?: AbortSignal): Promise<Page<BookingSummary>>;
  booking(id: string, signal?: AbortSignal, ticket?: Ticket): Promise<BookingDetails>;
  equipment(labId: string, page: number, signal?: AbortSignal): Promise<Page<Equipment>>;
}

/** RSpace limits itself to ten requests at a time, and so do we; Calira documents no limit of its own. */
const requestsAtATime = 10;
/** Calira's maximum. A client that reads one page silently loses every record after the hundredth. */
const perPage = 100;

/** How long a request may take and how often it is tried. */
export type Patience = Pick<Options, 'timeout' | 'totalTimeout' | 'retry'>;

/** A lost request is tried three times in all, jittered, within 25 s; a 429 waits for the person's countdown instead. */
export const usualPatience = {
  timeout: 8_000,
  totalTimeout: 25_000,
  retry: {
    limit: 2,
    statusCodes: [408, 500, 502, 503, 504],
    maxRetryAfter: 5_000,
    jitter: true,
    retryOnTimeout: true,
  },
} satisfies Patience;

/** The token says who asks, no cookie does; and what is told of bookings is left in no cache of the browser's. */
const withoutTraces = { credentials: 'omit', cache: 'no-store' } satisfies Options;

export function createCaliraClient(
  dependencies: ClientDependencies,
  patience: Patience = usualPatience,
): CaliraClient {
  const inTurn = createRequestQueue(requestsAtATime);
  const http = ky.create({ ...patience, ...withoutTraces });

  /** Sends one request with a token; where Calira refuses it, once more with a renewed one. */
  async function authorised<T>(send: (http: KyInstance, apiUrl: string) => Promise<T>): Promise<T> {
    const bearer = (token: string) => http.extend({ headers: { authorization: `Bearer ${token}` } });
    const [apiUrl, token] = await Promise.all([dependencies.apiUrl(), dependencies.accessToken()]);
    try {
      return await send(bearer(token), apiUrl);
    } catch (thrown) {
      if (!isUnauthorised(thrown)) throw thrown;
    }
    const renewed = await dependencies.accessToken(token);
    try {
      return await send(bearer(renewed), apiUrl);
    } catch (thrown) {
      if (!isUnauthorised(thrown)) throw thrown;
      await dependencies.refused(renewed);
      throw new CodedError('expired', { detail: 'HTTP 401' }, { cause: thrown });
    }
  }

  function request<T>(
    send: (http: KyInstance, apiUrl: string) => Promise<T>,
    ticket: Ticket,
    signal?: AbortSignal,
  ): Promise<T> {
    return inTurn(() => authorised(send), ticket, signal).catch((thrown) => {
      throw requestFailure(thrown);
    });
  }

  function one<S extends v.GenericSchema>(
    path: string,
    schema: S,
    ticket: Ticket,
    signal?: AbortSignal,
  ): Promise<v.InferOutput<S>> {
    return request(
      (http, apiUrl) => http.get(path, { baseUrl: apiUrl, ...(signal && { signal }) }).json(schema),
      ticket,
      signal,
    );
  }

  function list<S extends v.GenericSchema>(
    path: string,
    query: Record<string, string>,
    page: number,
    schema: S,
    ticket: Ticket,
    signal?: AbortSignal,
  ) {
    const read = async (http: KyInstance, apiUrl: string): Promise<Page<v.InferOutput<S>>> => {
      const searchParams = { ...query, page, per_page: perPage };
      const response = http.get(path, {
        baseUrl: apiUrl,
        searchParams,
        ...(signal && { signal }),
      });
      const answer = await response.json(v.array(v.unknown()));
      return readPage((await response).headers, answer, schema);
    };
    return request(read, ticket, signal);
  }

  return {
    accounts: (page, signal, ticket = createTicket('list')) =>
      list('accounts', {}, page, accountSummary, ticket, signal),
    account: (id, signal, ticket = createTicket('list')) =>
      one(`accounts/${encodeURIComponent(id)}`, accountDetails, ticket, signal),
    bookings: (page, signal) => list('bookings', {}, page, bookingSummary, createTicket('list'), signal),
    booking: (id, signal, ticket = createTicket('wanted')) =>
      one(`bookings/${encodeURIComponent(id)}`, bookingDetails, ticket, signal),
    equipment: (labId, page, signal) =>
      list('equipment', { account: labId }, page, equipmentOf(labId), createTicket('equipment'), signal),
  };
}

function readPage<S extends v.GenericSchema>(
  headers: Headers,
  answer: unknown[],
  schema: S,
): Page<v.InferOutput<S>> {
  const records: v.InferOutput<S>[] = [];
  for (const item of answer) {
    const result = v.safeParse(schema, item);
    if (result.success) records.push(result.output);
  }
  const total = countIn(headers, 'x-total-records');
  return {
    records,
    unreadable: answer.length - records.length,
    // Fewer in all than have just come: whatever was counted, it was not these.
    total: total !== null && total >= answer.length ? total : null,
    size: Math.min(countIn(headers, 'x-per-page') || perPage, perPage),
  };
}

/** @returns the whole number in a header, or null where there is none. */
function countIn(headers: Headers, name: string): number | null {
  const text = headers.get(name) ?? '';
  return /^\d{1,15}$/.test(text) ? Number(text) : null;
}
