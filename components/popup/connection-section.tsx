import { i18n } from '#i18n';
import { windowStillOpen } from '../../utils/calira/window-still-open.ts';
import type { Failure } from '../../utils/messages/failure.ts';
import { failureExplanation } from '../ui/failure-explanation.ts';
import { failureSentence } from '../ui/failure-sentence.ts';
import { Notice } from '../ui/notice.tsx';
import { ConnectButton } from './connect-button.tsx';
import { FailureHelp } from './failure-help.tsx';
import type { PopupModel } from './popup-model.ts';

/**
 * What stands between the person and their bookings. Nothing while all is well. The one click that helps is in the
 * list of what is missing, below; where nothing is missing, it is here.
 */
export function ConnectionSection({ model }: { model: PopupModel }) {
  const connection = model.connection.value;
  switch (connection.state) {
    case 'notConfigured':
      return <Sentence>{failureSentence('notConfigured')}</Sentence>;
    case 'disconnected':
      if (connection.failure) return <Failed model={model} failure={connection.failure} />;
      return <Sentence>{failureSentence('disconnected')}</Sentence>;
    case 'connecting':
      return <Sentence>{i18n.t('popup.connecting')}</Sentence>;
    case 'expired':
      return <Failed model={model} failure={connection.failure ?? null} />;
    case 'connected':
      return model.attempt.value && <Failed model={model} failure={model.attempt.value} />;
  }
}

function Sentence({ children }: { children: string }) {
  return (
    <p id="connection-sentence" class="connection-sentence">
      {children}
    </p>
  );
}

/** @param failure how the latest attempt to sign in ended, if there was one. */
function Failed({ model, failure }: { model: PopupModel; failure: Failure | null }) {
  const { state } = model.connection.value;
  const actions = (
    <>
      {state === 'connected' && <ConnectButton model={model} label={i18n.t('action.tryAgain')} />}
      {failure && <FailureHelp model={model} failure={failure} />}
    </>
  );
  return (
    <Notice tone="bad" actions={actions}>
      {state === 'expired' && <strong>{failureSentence('expired')}</strong>}{' '}
      {failure && attemptSentence(failure)}
    </Notice>
  );
}

function attemptSentence(failure: Failure): string {
  const sentence = failureExplanation(failure);
  return failure.detail === windowStillOpen ? `${sentence} ${i18n.t('panel.closeWindow')}` : sentence;
}
