/** Letters that are not a base letter with a mark, and so survive decomposition. */
const relatives: Record<string, string> = {
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th',
};

/** @returns a text for comparing what people type with what is written: no capitals, accents or repeated blanks. */
export function foldedText(text: string): string {
  // Most texts are plain letters, and there are many of them.
  if (/^[\x21-\x7e]+( [\x21-\x7e]+)*$/.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[ßøæœđðłıþ]/g, (letter) => relatives[letter] ?? letter)
    .replaceAll(/\s+/g, ' ')
    .trim();
}
