/** The colour a status is shown in. Its text is always Calira's own word. */
export type StatusTone = 'good' | 'done' | 'busy' | 'bad' | 'plain';

const tones = new Map<string, StatusTone>([
  ['booked', 'good'],
  ['completed', 'done'],
  ['in progress', 'busy'],
  ['in_progress', 'busy'],
  ['requested', 'busy'],
  ['declined', 'bad'],
  ['cancelled', 'bad'],
  ['canceled', 'bad'],
]);

/** Calira has few words for many bookings: each is looked at once. */
const known = new Map<string, { tone: StatusTone; completed: boolean }>();

function meaningOf(status: string): { tone: StatusTone; completed: boolean } {
  const before = known.get(status);
  if (before) return before;
  const key = status.trim().toLowerCase();
  const meaning = { tone: tones.get(key) ?? 'plain', completed: key === 'completed' };
  known.set(status, meaning);
  return meaning;
}

/** @returns the tone of a status in any letter case; one that nobody has seen yet is plain. */
export function statusTone(status: string): StatusTone {
  return meaningOf(status).tone;
}

/** @returns whether a booking took place. */
export function isCompleted(status: string): boolean {
  return meaningOf(status).completed;
}

/** @returns whether a booking does not take place: declined or cancelled, in either spelling. */
export function isCalledOff(status: string): boolean {
  return meaningOf(status).tone === 'bad';
}
