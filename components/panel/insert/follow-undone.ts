import type { ReadonlySignal } from '@preact/signals';
import { effect } from '@preact/signals';
import type { EditorDescription } from '../../../utils/rspace/editor/editor-protocol.ts';
import type { HandoverModel } from './handover-model.ts';

/**
 * Takes back *1 booking inserted* once what was inserted is no longer there: the person has undone it, or deleted it.
 * @returns how to stop.
 */
export function followUndone(
  description: ReadonlySignal<EditorDescription>,
  handover: HandoverModel,
): () => void {
  /** What the open field was last seen to hold. */
  let seen: string | null = null;
  return effect(() => {
    const { field, insertion } = description.value;
    const { value } = handover.state;
    // While RSpace re-creates an editor, nobody knows.
    if (!field) return;
    const isUndone = seen !== null && insertion === null;
    seen = insertion;
    if (isUndone && value.kind === 'done' && value.purpose === 'insert') handover.cancel();
  });
}
