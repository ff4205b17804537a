import * as v from 'valibot';
import { errorCodes } from '../messages/failure.ts';

/** A failure as it is stored. */
export const failure = v.object({
  code: v.picklist(errorCodes),
  retryAfter: v.exactOptional(v.number()),
  detail: v.exactOptional(v.string()),
});

/** Where a sign-in started from, and where it returns to when it fails. */
const origin = v.picklist(['disconnected', 'connected', 'expired']);

/**
 * The state of the connection to Calira: stored, and the same for panel, popup, options and badge.
 * `since` is in milliseconds since the epoch; `failure` tells how the latest attempt to connect ended.
 */
export const connectionSchema = v.variant('state', [
  v.object({ state: v.literal('notConfigured') }),
  v.object({ state: v.literal('disconnected'), failure: v.exactOptional(failure) }),
  v.object({
    state: v.literal('connecting'),
    since: v.number(),
    from: origin,
    /** `since` of the state that it started from. */
    fromSince: v.exactOptional(v.number()),
    /** Calira has answered with tokens: those that are stored, if any, are the new authorisation's. */
    redeemed: v.exactOptional(v.literal(true)),
  }),
  v.object({
    state: v.literal('connected'),
    /** When the person authorised. Another moment is another authorisation, perhaps of another account. */
    since: v.number(),
    failure: v.exactOptional(failure),
  }),
  v.object({ state: v.literal('expired'), since: v.number(), failure: v.exactOptional(failure) }),
]);

export type Connection = v.InferOutput<typeof connectionSchema>;
