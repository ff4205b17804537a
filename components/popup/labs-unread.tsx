import { i18n } from '#i18n';
import type { Failure } from '../../utils/messages/failure.ts';
import { Button } from '../ui/button.tsx';
import { failureExplanation } from '../ui/failure-explanation.ts';
import { failureSentence } from '../ui/failure-sentence.ts';
import { FailureHelp } from './failure-help.tsx';
import type { PopupModel } from './popup-model.ts';

/** Why there is no list of labs, or why it may be out of date. */
export function LabsUnread({ model }: { model: PopupModel }) {
  const { granted, unread } = model.labs.choice.value;
  const missing = unread || granted.length === 0;
  if (missing && model.labs.reading.value) return <p role="status">{i18n.t('popup.readingLabs')}</p>;
  const failure = failureOf(model);
  if (!missing && failure) {
    return (
      <p class="muted" role="status">
        {i18n.t('popup.labsOld')} {failureExplanation(failure)} <ReadAgain model={model} link />
      </p>
    );
  }
  if (unread || failure) {
    return (
      <p role="status">
        {i18n.t('popup.labsUnread')} {failure && failureExplanation(failure)}
      </p>
    );
  }
  return missing ? (
    <p>
      <strong>{failureSentence('noLabs')}</strong> {i18n.t('popup.noLabsHelp')}
    </p>
  ) : null;
}

/** Asks Calira again which labs it grants, where it was asked in vain. */
export function ReadAgain({ model, link = false }: { model: PopupModel; link?: boolean }) {
  const { labs } = model;
  const failure = failureOf(model);
  if (model.connection.value.state !== 'connected' || !(failure || labs.choice.value.unread)) return null;
  return (
    <>
      <Button
        variant={link ? 'link' : 'secondary'}
        disabled={labs.reading.value}
        onClick={() => void labs.read()}
      >
        {i18n.t('action.tryAgain')}
      </Button>
      {failure && <FailureHelp model={model} failure={failure} />}
    </>
  );
}

/** Why the labs could not be read: here just now, or by the background after the sign-in. */
function failureOf({ connection, labs }: PopupModel): Failure | null {
  if (labs.readFailure.value) return labs.readFailure.value;
  const { unread, failure } = labs.choice.value;
  return connection.value.state === 'connected' && unread ? (failure ?? null) : null;
}
