import type { TextField } from './editor-protocol.ts';

/** @returns the name that RSpace shows beside a field; a basic document shows none. */
export function fieldName(id: string, page: Document): string {
  // The cell around the name also holds RSpace's *Autosaving...*.
  const place = page.querySelector(`#field-name-${id} .fieldHeaderName, #field_${id} .field-name`);
  return place?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
}

/** @returns the text fields that RSpace's pencils open, in the order of the document. */
export function textFields(page: Document): TextField[] {
  return [...page.querySelectorAll('tr.field[name="text"][id^="field_"]')]
    .map(({ id }) => id.slice('field_'.length))
    .filter((id) => pencilOf(id, page) !== null)
    .map((id) => ({ id, name: fieldName(id, page) }));
}

/** @returns RSpace's button that opens a field for editing, null where it does not offer it. */
export function pencilOf(id: string, page: Document): HTMLElement | null {
  const pencil = page.getElementById(`edit_${id}`);
  return pencil && pencil.offsetParent !== null ? pencil : null;
}
