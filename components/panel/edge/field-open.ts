import { askEditor } from '../../../utils/rspace/editor/editor-client.ts';

/** @returns whether a text field is open for editing. */
export async function isFieldOpen(): Promise<boolean> {
  try {
    const { field } = await askEditor('describe', {});
    return field !== null;
  } catch {
    return false;
  }
}
