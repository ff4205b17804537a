import { batch, computed, signal } from '@preact/signals';
import { storedLabChoice } from '../../utils/calira/lab-choice-item.ts';
import type { ErrorCode, Failure } from '../../utils/messages/failure.ts';
import { toFailure } from '../../utils/messages/failure.ts';
import { askBackground } from '../../utils/messages/surface-client.ts';
import { storedSignal } from '../ui/stored-signal.ts';
import type { LabEdits } from './lab-edits.ts';
import { canDecide, editLabs, noEdits, openEdits, tickedLabs } from './lab-edits.ts';
import { findLabs } from './lab-search.ts';

export type LabsModel = Awaited<ReturnType<typeof createLabsModel>>;

/** How the latest *Authorise* ended. */
export type DecisionOutcome =
  | { kind: 'saved'; authorised: number; granted: number }
  | { kind: 'failed'; failure: Failure };

/** Another end of the authorisation shows in the state of the connection, and so does a new beginning. */
const toldElsewhere = new Set<ErrorCode>(['expired', 'disconnected', 'cancelled']);

/** More labs than this have a search field, and a list that scrolls by itself. */
const manyLabs = 10;

/** The labs that Calira grants, and the choice that the person is making: nothing of it applies before *Authorise*. */
export async function createLabsModel() {
  const choice = await storedSignal(storedLabChoice);
  const edits = signal<LabEdits>(noEdits);
  const outcome = signal<DecisionOutcome | null>(null);
  /** The stored choice changes a moment before the background answers: nobody is to be told in between. */
  const saving = signal(false);
  const query = signal('');
  const reading = signal(false);
  const readFailure = signal<Failure | null>(null);

  choice.subscribe((next) => {
    edits.value = openEdits(next, edits.peek());
    if (!next.unread) readFailure.value = null;
  });
  const ticked = computed(() => tickedLabs(choice.value, edits.value));
  const many = computed(() => choice.value.granted.length > manyLabs);

  /** Reads from Calira which labs it grants. What was known stays if that fails. */
  async function read(): Promise<void> {
    if (reading.value) return;
    reading.value = true;
    const failure = await askBackground('readLabs', {}).then(() => null, toFailure);
    readFailure.value = failure && !toldElsewhere.has(failure.code) ? failure : null;
    reading.value = false;
  }

  async function authorise(): Promise<void> {
    const ids = [...ticked.value];
    const granted = choice.value.granted.length;
    saving.value = true;
    const ended = await askBackground('authoriseLabs', { ids }).then(
      () => ({ kind: 'saved', authorised: ids.length, granted }) as const,
      (thrown) => ({ kind: 'failed', failure: toFailure(thrown) }) as const,
    );
    batch(() => {
      outcome.value = ended;
      saving.value = false;
    });
  }

  return {
    choice,
    /** The ids of the labs whose boxes are ticked. */
    ticked,
    /** Whether something is ticked or unticked that does not apply yet. */
    edited: computed(() => edits.value.size > 0),
    saving,
    canDecide: computed(() => canDecide(choice.value, edits.value)),
    many,
    query,
    found: computed(() =>
      many.value && query.value.trim() ? findLabs(choice.value.granted, query.value) : choice.value.granted,
    ),
    reading,
    readFailure,
    outcome,
    read,
    tick(ids: readonly string[], on: boolean): void {
      outcome.value = null;
      edits.value = editLabs(choice.value, edits.value, ids, on);
    },
    authorise: () => void authorise(),
  };
}
