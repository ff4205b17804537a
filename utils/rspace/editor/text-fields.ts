import { isVisible } from '../page/visible.ts';
import type { TextField } from './editor-protocol.ts';

/** @returns the name that RSpace shows beside a field; a basic document shows none. */
export function fieldName(id: string, page: Document): string {
  const header = page.querySelector(`#field-name-${id} .fieldHeaderName`);
  // The cell around it, which comes first in the page, also holds buttons and RSpace's *Autosaving...*.
  const cell = page.querySelector(`#field_${id} .field-name`);
  const own = [...(cell?.childNodes ?? [])].filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
  const text = header?.textContent ?? own.map(({ textContent }) => textContent).join(' ');
  return text.replace(/\s+/g, ' ').trim();
}

const rows = 'tr.field[name="text"][id^="field_"]';

/** @returns whether the document has a text field at all: a form may have none. */
export function hasTextField(page: Document): boolean {
  return page.querySelector(rows) !== null;
}

/** @returns the text fields that RSpace's pencils open, in the order of the document. */
export function textFields(page: Document): TextField[] {
  return [...page.querySelectorAll(rows)]
    .map(({ id }) => id.slice('field_'.length))
    .filter((id) => pencilOf(id, page) !== null)
    .map((id) => ({ id, name: fieldName(id, page) }));
}

/** @returns RSpace's button that opens a field for editing, null where it does not offer it. */
export function pencilOf(id: string, page: Document): HTMLElement | null {
  const pencil = page.getElementById(`edit_${id}`);
  return pencil && isVisible(pencil) ? pencil : null;
}
