/**
 * RSpace posts a whole field as one form value, and its server takes 2 MB by default. What is longer is not saved, and
 * the person would hear of it at the next autosave. Sizes are in bytes of the form post.
 */
const most = 1_900_000;
const much = 1_500_000;

/** @returns how long a text is as the value of a form. */
export function formBytes(text: string): number {
  return new URLSearchParams({ v: text }).toString().length - 'v='.length;
}

type Room = 'plenty' | 'little' | 'none';

/** @returns whether RSpace can save a field of this size. */
export function roomFor(bytes: number): Room {
  return bytes > most ? 'none' : bytes >= much ? 'little' : 'plenty';
}

/**
 * @param field what the whole field takes now. @param html what is added.
 * @returns whether the field can take it, and what it takes then.
 */
export function sizeWith(field: number, html: string): { bytes: number; room: Room } {
  const bytes = field + formBytes(html);
  return { bytes, room: roomFor(bytes) };
}
