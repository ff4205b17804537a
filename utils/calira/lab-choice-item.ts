import * as v from 'valibot';
import { storedItem } from '../settings/stored-item.ts';
import { labChoiceSchema, noLabs } from './lab-choice.ts';

/** The labs that Calira grants and what the person has decided about each. The background alone writes it. */
export const storedLabChoice = storedItem('local:labs', labChoiceSchema, noLabs);

/**
 * The bookings that may not appear under the present choice: their ids and nothing else, so that a worker that is
 * started again does not ask Calira whose they are once more.
 */
export const refusedBookings = storedItem(
  'session:refusedBookings',
  v.object({ choice: v.string(), ids: v.array(v.string()) }),
  { choice: '', ids: [] },
);
