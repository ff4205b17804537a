/**
 * Events that never leave the panel: RSpace has keyboard shortcuts and paste handlers on its document, and would act
 * on what a person types here. A listener in the page's capture phase hears them all the same, before they come here.
 */
export const keptEvents = [
  'keydown',
  'keypress',
  'keyup',
  'beforeinput',
  'input',
  'change',
  'paste',
  'cut',
  'copy',
  'compositionstart',
  'compositionupdate',
  'compositionend',
  'dblclick',
  'contextmenu',
];
