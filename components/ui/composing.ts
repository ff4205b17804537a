/**
 * For `onKeyDownCapture`: a key with which an input method composes a word (in Japanese, Chinese or Korean, say) is that
 * method's own. Enter and Escape end a composition, the arrows go through what is proposed; nothing else may come of them.
 *
 * The key that begins a composition comes before it, with the code 229
 * (https://developer.mozilla.org/en-US/docs/Web/API/Element/keydown_event#keydown_events_with_ime).
 */
export function keepWhileComposing(event: KeyboardEvent): void {
  if (event.isComposing || event.keyCode === 229) event.stopPropagation();
}
