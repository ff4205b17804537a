import { defineContentScript } from 'wxt/utils/define-content-script';
import { startEditorAdapter } from '../utils/rspace/editor/editor-adapter.ts';
import { isDocumentPage } from '../utils/rspace/sites/document-page.ts';

export default defineContentScript({
  registration: 'runtime',
  world: 'MAIN',
  main() {
    if (isDocumentPage(document, location.pathname)) startEditorAdapter(window);
  },
});
