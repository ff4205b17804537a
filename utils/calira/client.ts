/** Calira's API: what is asked for, how often it is tried, and how an answer is checked. Background only. */
import type { KyInstance } from 'ky';
import ky from 'ky';
import pLimit from 'p-limit';
import * as v from 'valibot';
import type { BookingDetails, BookingSummary, Equipment } from '../bookings/booking.ts';
import { CodedError } from '../messages/failure.ts';
import { isUnauthorised, requestFailure } from './request-failure.ts';
import type { AccountDetails, AccountSummary } from './schemas.ts';
import { accountDetails, accountSummary, bookingDetails, bookingSummary, equipmentOf } from './schemas.ts';

export interface ClientDependencies {
  /** @returns the API's address, ending in a slash. */
  apiUrl(): Promise<string>;
  /** @param rejected a token that Calira refused just now. */
  accessToken(rejected?: string): Promise<string>;
  /** Calira refused a token that was renewed a moment ago. */
  refused(): Promise<void>;
}

/** One page of a list; records that cannot be understood are counted, never fatal. */
export interface Page<T> {
  records: T[];
  unreadable: number;
  /** How many pages there are in all, by Calira's paging headers. */
  pages: number;
  total: number;
}

export interface CaliraClient {
  accounts(page: number, signal?: AbortSignal): Promise<Page<AccountSummary>>;
  account(id: string, signal?: AbortSignal): Promise<AccountDetails>;
  bookings(page: number, signal?: AbortSignal): Promise<Page<BookingSummary>>;
  booking(id: string, signal?: AbortSignal): Promise<BookingDetails>;
  equipment(labId: string, page: number, signal?: AbortSignal): Promise<Page<Equipment>>;
}

/** RSpace limits itself to ten requests at a time, and so do we; Calira documents no limit of its own. */
const requestsAtATime = 10;
/** Calira's maximum. A client that reads one page silently loses every record after the hundredth. */
const perPage = 100;

/** A lost request is tried three times in all, jittered, within 25 s; a 429 waits for the person's countdown instead. */
const patience = {
  timeout: 8_000,
  totalTimeout: 25_000,
  retry: {
    limit: 2,
    statusCodes: [408, 500, 502, 503, 504],
    maxRetryAfter: 5_000,
    jitter: true,
    retryOnTimeout: true,
  },
};

export function createCaliraClient(dependencies: ClientDependencies): CaliraClient {
  const limit = pLimit(requestsAtATime);
  const http = ky.create(patience);

  /** Sends one request with a token; where Calira refuses it, once more with a renewed one. */
  async function authorised<T>(send: (http: KyInstance) => Promise<T>): Promise<T> {
    const bearer = (token: string) => http.extend({ headers: { authorization: `Bearer ${token}` } });
    const token = await dependencies.accessToken();
    try {
      return await send(bearer(token));
    } catch (thrown) {
      if (!isUnauthorised(thrown)) throw thrown;
    }
    try {
      return await send(bearer(await dependencies.accessToken(token)));
    } catch (thrown) {
      if (!isUnauthorised(thrown)) throw thrown;
      await dependencies.refused();
      throw new CodedError('expired', { detail: 'HTTP 401' }, { cause: thrown });
    }
  }

  function request<T>(
    send: (http: KyInstance, apiUrl: string) => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T> {
    return limit(async () => {
      try {
        signal?.throwIfAborted();
        const apiUrl = await dependencies.apiUrl();
        return await authorised((http) => send(http, apiUrl));
      } catch (thrown) {
        throw requestFailure(thrown);
      }
    });
  }

  function one<S extends v.GenericSchema>(
    path: string,
    schema: S,
    signal?: AbortSignal,
  ): Promise<v.InferOutput<S>> {
    return request(
      (http, apiUrl) => http.get(path, { baseUrl: apiUrl, ...(signal && { signal }) }).json(schema),
      signal,
    );
  }

  function list<S extends v.GenericSchema>(
    path: string,
    query: Record<string, string>,
    page: number,
    schema: S,
    signal?: AbortSignal,
  ) {
    return request(async (http, apiUrl): Promise<Page<v.InferOutput<S>>> => {
      const searchParams = { ...query, page, per_page: perPage };
      const response = http.get(path, {
        baseUrl: apiUrl,
        searchParams,
        ...(signal && { signal }),
      });
      const answer = await response.json(v.array(v.unknown()));
      return readPage((await response).headers, answer, schema);
    }, signal);
  }

  return {
    accounts: (page, signal) => list('accounts', {}, page, accountSummary, signal),
    account: (id, signal) => one(`accounts/${encodeURIComponent(id)}`, accountDetails, signal),
    bookings: (page, signal) => list('bookings', {}, page, bookingSummary, signal),
    booking: (id, signal) => one(`bookings/${encodeURIComponent(id)}`, bookingDetails, signal),
    equipment: (labId, page, signal) =>
      list('equipment', { account: labId }, page, equipmentOf(labId), signal),
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
  const size = Number(headers.get('x-per-page')) || perPage;
  const total = Number(headers.get('x-total-records')) || answer.length;
  return {
    records,
    unreadable: answer.length - records.length,
    pages: Math.max(1, Math.ceil(total / size)),
    total,
  };
}
