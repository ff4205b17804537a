/**
 * Characters that show nothing themselves but change how others are shown or compared: controls of direction, of
 * invisible width and of layout, and the tag characters, with which a text can be hidden in another.
 */
const unseen =
  /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/** Joiners belong into emoji and into scripts such as Arabic and Devanagari; elsewhere they only hide. */
const idleJoiners = /(?<![\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}\p{sc=Arab}])[\u200c\u200d]/gu;

/**
 * @returns a text that other people wrote, without characters that cannot be seen, and without halves of surrogate
 *   pairs, which no form can post.
 */
export function withoutUnseen(text: string): string {
  return text.toWellFormed().replace(unseen, '').replace(idleJoiners, '');
}

/** @returns the same on one line. */
export function visibleText(text: string): string {
  return withoutUnseen(text)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/** @returns the text itself where it has at most `most` characters, else its beginning, cut between words if possible. */
export function beginningOf(text: string, most: number): string {
  const characters = [...text];
  if (characters.length <= most) return text;
  const cut = characters.slice(0, most - 1).join('');
  const word = cut.lastIndexOf(' ');
  return `${(word > most * 0.8 ? cut.slice(0, word) : cut).trimEnd()}…`;
}
