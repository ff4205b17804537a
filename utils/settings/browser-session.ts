import * as v from 'valibot';
import { storedItem } from './stored-item.ts';

/** Whether a worker has run since the browser was started: the browser forgets this when it ends. */
export const startedBefore = storedItem('session:startedBefore', v.boolean(), false);
