import type { Attribute } from './allow-list.ts';

export interface HtmlElement {
  tag: string;
  attributes: readonly Attribute[];
  children: readonly HtmlNode[];
}

/** An element, or a run of text. */
export type HtmlNode = HtmlElement | string;

/** Stands for U+0000 in text: a code point that no text has. */
export const NUL = '\ufdd0';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\u00a0': '&nbsp;',
};

/**
 * Returns the start tag of `element` up to its closing sign. XML's names have ASCII letters, digits and few signs: jsoup
 * takes other characters out of an attribute's name, then leaves out what is no name.
 */
export function startOf({ tag, attributes }: HtmlElement): string {
  const written = attributes
    .map(({ name, value }) => ({ name: name.replace(/[^-\w:.]/g, ''), value }))
    .filter(({ name }) => /^[a-z_:]/i.test(name))
    .map(({ name, value }) => ` ${name}="${escapeValue(value)}"`);
  return `<${tag}${written.join('')}`;
}

/** Returns `text` as jsoup writes it between tags. */
export function escapeText(text: string): string {
  return escapeControls(text.replace(/[&<>\u00a0]/g, entityOf)).replaceAll(NUL, '&#x0;');
}

function escapeValue(value: string): string {
  return escapeControls(value.replace(/[&<"\u00a0]/g, entityOf)).replaceAll(NUL, '\ufffd');
}

function entityOf(sign: string): string {
  return ENTITIES[sign] ?? sign;
}

function escapeControls(text: string): string {
  return text.replace(/(?![\t\n\r\x7f-\x9f])\p{Cc}/gu, (sign) => `&#x${sign.charCodeAt(0).toString(16)};`);
}
