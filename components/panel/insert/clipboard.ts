/** The browser did not allow writing to the clipboard, most likely because the click was too long ago. */
export class ClipboardRefused extends Error {
  override readonly name = 'ClipboardRefused';
}

/**
 * TinyMCE's own sign of what was copied from itself: without it, pasting there drops every style, and with them the
 * table's width and borders (`paste_webkit_styles`). To all others it is a comment.
 */
const tinyMceMark = '<!-- x-tinymce/html -->';

/**
 * Puts a table on the clipboard, as HTML and as text.
 *
 * Through a `copy` event rather than `navigator.clipboard`, which is missing on an RSpace that an institution
 * serves without https.
 *
 * @throws {ClipboardRefused}
 */
export function copyTable(html: string, text: string): void {
  const fill = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/html', tinyMceMark + html);
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  document.addEventListener('copy', fill, { capture: true, once: true });
  const copied = document.execCommand('copy');
  document.removeEventListener('copy', fill, { capture: true });
  if (!copied) throw new ClipboardRefused();
}
