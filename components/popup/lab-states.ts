import type { LabChoice } from '../../utils/calira/lab-choice.ts';

export interface LabState {
  id: string;
  name: string;
  state: 'authorised' | 'notAuthorised' | 'new' | 'lost';
}

/** @returns every lab that is known, and why its bookings appear or do not, by alphabet. */
export function labStates({ granted, decisions, lost }: LabChoice, locale: string): LabState[] {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const states = granted.map(({ id, name }) => ({ id, name, state: stateOf(decisions[id]) }));
  return [...states, ...lost.map(({ id, name }) => ({ id, name, state: 'lost' as const }))].sort((a, b) =>
    compare(a.name, b.name),
  );
}

function stateOf(decision: boolean | undefined): LabState['state'] {
  if (decision === undefined) return 'new';
  return decision ? 'authorised' : 'notAuthorised';
}
