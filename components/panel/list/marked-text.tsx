import { markedParts } from '../../../utils/bookings/marked-parts.ts';

/** A text in which the words that somebody searched for are marked. */
export function MarkedText({ text, words }: { text: string; words: readonly string[] }) {
  return (
    <>
      {markedParts(text, words).map(({ text: part, marked }, index) =>
        marked ? <mark key={index}>{part}</mark> : part,
      )}
    </>
  );
}
