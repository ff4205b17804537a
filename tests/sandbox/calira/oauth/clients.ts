export interface Client {
  id: string;
  name: string;
  secret: string;
  confidential: boolean;
  redirectUris: string[];
  grants: string[];
}

/** The scopes that Calira knows. */
export const SCOPES = [
  'read_user',
  'read_accounts',
  'read_equipment',
  'read_bookings',
  'read_projects',
] as const;

/**
 * The two registered applications. Ids and secrets look like Doorkeeper's (url-safe base64, so with `-` and `_`):
 * Doorkeeper does not percent-decode what HTTP Basic carries, and neither does this server.
 */
export const clients = (redirectUris: readonly string[]): Client[] => [
  {
    id: 'sandbox-public_q0Zr7v1XkTnB4yHcWm9sUe2LfJ8aGd',
    name: 'RSpace bookings (sandbox)',
    secret: 'never-used_public-clients-have-none',
    confidential: false,
    redirectUris: [...redirectUris],
    grants: ['authorization_code', 'refresh_token'],
  },
  {
    id: 'sandbox-confidential_V3pKx8RtYw5NbQ1mZc7hLs0Ej',
    name: 'RSpace bookings (sandbox, confidential)',
    secret: 'sandbox-secret_9fTq2Wm-Xd4Lk7Rv_0aZyB6nC',
    confidential: true,
    redirectUris: [...redirectUris],
    grants: ['authorization_code', 'refresh_token'],
  },
];
