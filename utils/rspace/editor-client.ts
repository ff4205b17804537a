/** The panel's side of the editor adapter: asks, waits, and checks what comes from the page. */
import * as v from 'valibot';
import { CodedError } from '../messages/failure.ts';
import type { EditorCommand, EditorCommands, EditorRequest } from './editor-protocol.ts';
import { editorAnswer, editorRequest } from './editor-protocol.ts';

/** RSpace takes no field of more than 2 MB; an answer with all of its tables is not much longer (characters). */
const mostText = 4_000_000;

const short = v.pipe(v.string(), v.maxLength(200));
const field = v.object({
  id: v.pipe(v.string(), v.regex(/^\d{1,20}$/)),
  name: short,
});
const selected = v.object({ text: short, length: v.number() });
const html = v.pipe(v.string(), v.maxLength(mostText));

const values = {
  describe: v.object({
    editable: v.nullable(short),
    field: v.nullable(field),
    fields: v.pipe(v.array(field), v.maxLength(1_000)),
    selected: v.nullable(selected),
  }),
  insert: v.object({ inserted: v.boolean(), field: v.nullable(short) }),
  tables: v.object({
    field,
    bytes: v.number(),
    tables: v.array(v.object({ position: v.pipe(v.number(), v.integer()), html })),
  }),
  offer: v.object({ offered: v.literal(true) }),
  replace: v.object({ outcome: v.picklist(['replaced', 'changedMeanwhile', 'failed']) }),
} satisfies {
  [C in EditorCommand]: v.GenericSchema<unknown, EditorCommands[C]['value']>;
};

const refusals = v.picklist([
  'notEditing',
  'lockedByOther',
  'readOnly',
  'signed',
  'selectionChanged',
  'insertFailed',
]);

const answer = v.pipe(
  v.string(),
  v.maxLength(mostText),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    try {
      return JSON.parse(dataset.value) as unknown;
    } catch {
      addIssue({ message: 'no JSON' });
      return NEVER;
    }
  }),
  v.union([
    v.object({ id: v.string(), refused: refusals }),
    v.object({ id: v.string(), value: v.unknown() }),
  ]),
);

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
  const answered = Promise.withResolvers<v.InferOutput<typeof answer>>();
  const receive = (event: Event) => {
    const parsed = v.safeParse(answer, (event as CustomEvent<unknown>).detail);
    if (parsed.success && parsed.output.id === id) answered.resolve(parsed.output);
  };
  const limit = AbortSignal.timeout(patience);
  limit.addEventListener('abort', () =>
    answered.reject(new CodedError('insertFailed', { detail: 'no editor adapter' })),
  );
  document.addEventListener(editorAnswer, receive);
  try {
    const request: EditorRequest<C> = { id, command, parameters };
    document.dispatchEvent(new CustomEvent(editorRequest, { detail: JSON.stringify(request) }));
    const told = await answered.promise;
    if ('refused' in told) throw new CodedError(told.refused);
    const value = v.safeParse(values[command], told.value);
    if (!value.success) throw new CodedError('insertFailed', { detail: 'answer of the editor adapter' });
    return value.output as EditorCommands[C]['value'];
  } finally {
    document.removeEventListener(editorAnswer, receive);
  }
}
