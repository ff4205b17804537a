import { storedItem } from '../settings/stored-item.ts';
import { connectionSchema } from './connection.ts';

/** The stored state of the connection. The background alone writes it. */
export const storedConnection = storedItem('local:connection', connectionSchema, { state: 'disconnected' });
