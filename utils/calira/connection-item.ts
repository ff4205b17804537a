import * as v from 'valibot';
import { storedItem } from '../settings/stored-item.ts';
import { connectionSchema } from './connection-schema.ts';

/** The stored state of the connection. The background alone writes it. */
export const storedConnection = storedItem('local:connection', connectionSchema, { state: 'disconnected' });

/** Whether the latest authorisation was given up, and none has followed. */
export const givenUp = storedItem('local:givenUp', v.boolean(), false);

/** The OAuth client and server for which Calira wanted the person although it was asked silently. */
export const askedOwner = storedItem('local:askedOwner', v.string(), '');
