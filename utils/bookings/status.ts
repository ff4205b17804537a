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

/** @returns the tone of a status in any letter case; one that nobody has seen yet is plain. */
export function statusTone(status: string): StatusTone {
  return tones.get(status.toLowerCase()) ?? 'plain';
}
