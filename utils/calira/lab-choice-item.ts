import { storedItem } from '../settings/stored-item.ts';
import { labChoiceSchema, noLabs } from './lab-choice.ts';

/** The labs that Calira grants and what the person has decided about each. The background alone writes it. */
export const storedLabChoice = storedItem('local:labs', labChoiceSchema, noLabs);
