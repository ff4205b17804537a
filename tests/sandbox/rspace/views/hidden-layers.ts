import { html } from 'hono/html';
import type { Html } from './layout.ts';

/** What jQuery UI's dialogs of a real document page are about. */
const dialogs = [
  'Add tags',
  'Move',
  'Sign document',
  'Request witnesses',
  'Share document',
  'Export',
  'Templates',
  'Comments',
  'Calculation table',
  'Rename document',
];

/** What stands hidden on every page of a document, from its beginning to its end, as on a real RSpace 2.26. */
export function hiddenLayers(): Html {
  return html`${dialogs.map(
    (
      title,
    ) => html`<div class="ui-dialog ui-widget" role="dialog" aria-label="${title}" style="display: none">
      <div class="ui-dialog-titlebar">${title}</div>
      <div class="ui-dialog-content"></div>
    </div>`,
  )}
    <div class="MuiModal-root MuiDialog-root" role="presentation" aria-hidden="true" style="visibility: hidden">
      <div class="MuiBackdrop-root" style="opacity: 0"></div>
      <div class="MuiDialog-paper" role="dialog" aria-label="Choose a template"></div>
    </div>
    <div class="apprise-overlay" style="display: none"></div>
    <div class="apprise" role="alertdialog" aria-modal="true" style="display: none"></div>`;
}
