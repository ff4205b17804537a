import { i18n } from '#i18n';
import { newLabs } from '../../utils/calira/lab-choice.ts';
import { failureSentence } from '../ui/failure-sentence.ts';
import type { LabsModel } from './labs-model.ts';

/** Whether the choice applies, and what there is to decide: announced when it changes. */
export function LabsOutcome({ model }: { model: LabsModel }) {
  const outcome = model.outcome.value;
  return (
    <>
      <p
        id="labs-outcome"
        class={outcome?.kind === 'saved' ? 'labs-outcome labs-saved' : 'labs-outcome muted'}
        role="status"
      >
        {outcome?.kind === 'saved'
          ? i18n.t('popup.labsSaved', [String(outcome.authorised), String(outcome.granted)])
          : toDo(model)}
      </p>
      {outcome?.kind === 'failed' && (
        <p class="problem" role="alert">
          {i18n.t('popup.labsNotSaved')} {failureSentence(outcome.failure.code)}
        </p>
      )}
    </>
  );
}

function toDo({ choice, edited, saving, ticked }: LabsModel): string {
  const { value } = choice;
  if (edited.value || saving.value)
    return i18n.t('popup.labsEdited', [String(ticked.value.size), String(value.granted.length)]);
  const waiting = newLabs(value).length;
  if (waiting > 0) return i18n.t('popup.labsNew', waiting, [String(waiting)]);
  return i18n.t(value.lost.length > 0 ? 'popup.labsLost' : 'popup.labsUnchanged');
}
