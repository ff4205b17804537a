import { foldedText } from '../folded-text.ts';

export interface MarkedPart {
  text: string;
  marked: boolean;
}

/** A text folded letter by letter, and for every letter of the outcome where it came from. */
function foldedLetters(text: string): { folded: string; origins: number[] } {
  let folded = '';
  const origins: number[] = [];
  let at = 0;
  for (const letter of text) {
    const plain = letter.trim() === '' ? ' ' : foldedText(letter);
    for (let index = 0; index < plain.length; index += 1) origins.push(at);
    folded += plain;
    at += letter.length;
  }
  origins.push(text.length);
  return { folded, origins };
}

/**
 * Divides a text where it contains words that somebody searched for.
 * @param words folded, as `searchWords` gives them.
 * @returns the parts, which joined are the text again.
 */
export function markedParts(text: string, words: readonly string[]): MarkedPart[] {
  if (words.length === 0 || !text) return [{ text, marked: false }];
  const { folded, origins } = foldedLetters(text);
  const marks = new Uint8Array(text.length);
  for (const word of words) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
      // To where the next letter begins: an accent of its own belongs to the letter before it.
      const last = origins[at + word.length - 1] ?? 0;
      const end = origins.slice(at + word.length).find((origin) => origin > last) ?? text.length;
      marks.fill(1, origins[at] ?? 0, end);
    }
  }
  const parts: MarkedPart[] = [];
  let from = 0;
  for (let index = 1; index <= text.length; index += 1) {
    if (index < text.length && marks[index] === marks[from]) continue;
    parts.push({ text: text.slice(from, index), marked: marks[from] === 1 });
    from = index;
  }
  return parts;
}
