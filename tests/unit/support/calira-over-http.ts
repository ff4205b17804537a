import { vi } from 'vitest';
import type { Patience } from '../../../utils/calira/client.ts';
import { createCaliraClient, usualPatience } from '../../../utils/calira/client.ts';
import { connect } from '../../sandbox/connect.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';

/** Labs of the sandbox. Imaging Core has more than 100 bookings and lies in a department of an organisation. */
export const IMAGING = 1207;
export const CYTOMETRY = 1208;
export const RIVERA = 1230;
/** The documented example, a booking of Imaging Core's. */
export const BOOKING = '4980109';

/** Tries as often as usual, but without waiting in between. */
export const eager = {
  ...usualPatience,
  retry: { ...usualPatience.retry, jitter: false, delay: () => 1, maxRetryAfter: 1 },
} satisfies Patience;

/** For servers that hang: gives up soon. */
export const impatient = { ...eager, timeout: 80, totalTimeout: 2_000 } satisfies Patience;

/** A client of the sandbox's API that has been authorised for some labs, and what it asked of its session. */
export async function authorisedClient(
  sandbox: Sandbox,
  labs: readonly number[] = [IMAGING],
  patience: Patience = eager,
) {
  const tokens = await connect(sandbox, { labs });
  const session = {
    accessToken: vi.fn(async (_rejected?: string) => tokens.access_token),
    refused: vi.fn(async (_token: string) => {}),
  };
  const client = createCaliraClient({ apiUrl: async () => sandbox.caliraApiUrl, ...session }, patience);
  sandbox.control.clearRequests();
  return { client, session, tokens };
}
