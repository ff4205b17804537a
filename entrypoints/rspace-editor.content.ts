import { defineContentScript } from 'wxt/utils/define-content-script';
import { startEditorAdapter } from '../utils/rspace/editor-adapter.ts';

export default defineContentScript({
  registration: 'runtime',
  world: 'MAIN',
  main: () => startEditorAdapter(window),
});
