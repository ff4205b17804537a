import { i18n } from '#i18n';
import { Button } from '../ui/button.tsx';
import { failureExplanation } from '../ui/failure-explanation.ts';
import { failureSentence } from '../ui/failure-sentence.ts';
import { FailureHelp } from './failure-help.tsx';
import type { PopupModel } from './popup-model.ts';

/** Why there is no list of labs, or why it may be out of date, and how to read it again. */
export function LabsUnread({ model }: { model: PopupModel }) {
  const { labs } = model;
  const connection = model.connection.value;
  const { granted, unread } = labs.choice.value;
  const missing = unread || granted.length === 0;
  if (missing && labs.reading.value) return <p role="status">{i18n.t('popup.readingLabs')}</p>;

  const failed = labs.readFailure.value;
  const failure = failed ?? (unread && connection.state === 'connected' ? connection.failure : null) ?? null;
  if (!failure && !missing) return null;
  if (!failure && !unread) {
    return (
      <p>
        <strong>{failureSentence('noLabs')}</strong> {i18n.t('popup.noLabsHelp')}
      </p>
    );
  }
  return (
    <div class={missing ? 'labs-unread' : 'labs-unread muted'}>
      <p role="status">
        {i18n.t(missing ? 'popup.labsUnread' : 'popup.labsOld')} {failure && failureExplanation(failure)}
      </p>
      {connection.state === 'connected' && (
        <div class="line">
          <Button disabled={labs.reading.value} onClick={() => void labs.read()}>
            {i18n.t('action.tryAgain')}
          </Button>
          {failure && <FailureHelp model={model} failure={failure} />}
        </div>
      )}
    </div>
  );
}
