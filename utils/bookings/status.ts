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

const keyOf = (status: string) => status.trim().toLowerCase();

/** @returns the tone of a status in any letter case; one that nobody has seen yet is plain. */
export function statusTone(status: string): StatusTone {
  return tones.get(keyOf(status)) ?? 'plain';
}

/** @returns whether a booking took place. */
export function isCompleted(status: string): boolean {
  return keyOf(status) === 'completed';
}

/** @returns whether a booking does not take place: declined or cancelled, in either spelling. */
export function isCalledOff(status: string): boolean {
  return tones.get(keyOf(status)) === 'bad';
}
