/** The panel's side of the editor adapter: asks, waits, and checks what comes from the page. */
import { CodedError } from '../../messages/failure.ts';
import type { Reader } from '../output/shape.ts';
import { list, number, oneOf, orNull, record, text, truth, whole } from '../output/shape.ts';
import type { EditorCommand, EditorCommands, EditorRequest } from './editor-protocol.ts';
import { editorAnswer, editorRequest } from './editor-protocol.ts';

/** RSpace takes no field of more than 2 MB; an answer with all of its tables is not much longer (characters). */
const mostText = 4_000_000;

const short = text(200);
const field = record({ id: text(20, /^\d+$/), name: short });

const values: { [C in EditorCommand]: Reader<EditorCommands[C]['value']> } = {
  describe: record({
    editable: orNull(short),
    field: orNull(field),
    fields: list(field, 1_000),
    selected: orNull(record({ text: short, length: number })),
    insertion: orNull(short),
    hasBookings: truth,
    hasTextField: truth,
    editor: oneOf('none', 'known', 'unknown'),
  }),
  insert: record({ inserted: truth, field: orNull(short) }),
  tables: record({
    field,
    bytes: number,
    tables: list(record({ position: whole, html: text(mostText) })),
  }),
  offer: record({ offered: oneOf(true) }),
  withdraw: record({ withdrawn: oneOf(true) }),
  replace: record({ outcome: oneOf('replaced', 'changedMeanwhile', 'failed') }),
};

const refusal = oneOf(
  'notEditing',
  'lockedByOther',
  'readOnly',
  'signed',
  'selectionChanged',
  'insertFailed',
);

const envelope = record<{ id: string; refused: unknown; value: unknown }>({
  id: text(100),
  refused: (value) => value,
  value: (value) => value,
});

/** @returns an answer of the page's, or null where it is none. */
function readAnswer(detail: unknown) {
  try {
    const { id, refused, value } = envelope(JSON.parse(text(mostText)(detail)));
    if (refused !== undefined) return { id, refused: refusal(refused) };
    return value === undefined ? null : { id, value };
  } catch {
    return null;
  }
}

/** The adapter answers within one task; a page in which it does not run never answers (milliseconds). */
const patience = 2_000;

/**
 * Asks the editor adapter in the page's world.
 * @throws {CodedError} the adapter's refusal, or `insertFailed` where no adapter answers as it should.
 */
export async function askEditor<C extends EditorCommand>(
  command: C,
  parameters: EditorCommands[C]['parameters'],
): Promise<EditorCommands[C]['value']> {
  const id = crypto.randomUUID();
  const answer = Promise.withResolvers<NonNullable<ReturnType<typeof readAnswer>>>();
  const receive = (event: Event) => {
    const read = readAnswer((event as CustomEvent<unknown>).detail);
    if (read?.id === id) answer.resolve(read);
  };
  const limit = AbortSignal.timeout(patience);
  limit.addEventListener('abort', () =>
    answer.reject(new CodedError('insertFailed', { detail: 'no editor adapter' })),
  );
  document.addEventListener(editorAnswer, receive);
  try {
    const request: EditorRequest<C> = { id, command, parameters };
    document.dispatchEvent(new CustomEvent(editorRequest, { detail: JSON.stringify(request) }));
    const told = await answer.promise;
    if (told.refused !== undefined) throw new CodedError(told.refused);
    return readValue(values[command], told.value);
  } finally {
    document.removeEventListener(editorAnswer, receive);
  }
}

function readValue<T>(read: Reader<T>, value: unknown): T {
  try {
    return read(value);
  } catch (thrown) {
    throw new CodedError('insertFailed', { detail: 'answer of the editor adapter' }, { cause: thrown });
  }
}
