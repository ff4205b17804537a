import type { ComponentChildren } from 'preact';

/** A text in which a host's long name may go on in the next line after a dot, rather than in the middle of a word. */
export function breakable(text: string): ComponentChildren {
  return text
    .split(/(?<=\.)(?=\S)/)
    .flatMap((part, index) => (index === 0 ? part : [<wbr key={index} />, part]));
}
