import { defineContentScript } from 'wxt/utils/define-content-script';
import { isDocumentPage } from '../utils/rspace/document-page.ts';
import { startEditorAdapter } from '../utils/rspace/editor-adapter.ts';

export default defineContentScript({
  registration: 'runtime',
  world: 'MAIN',
  main() {
    if (isDocumentPage(document, location.pathname)) startEditorAdapter(window);
  },
});
