import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { windowStillOpen } from '../../utils/calira/connection.ts';
import type { Failure } from '../../utils/messages/failure.ts';
import { Button } from '../ui/button.tsx';
import { failureSentence } from '../ui/failure-sentence.ts';
import { Notice } from '../ui/notice.tsx';
import { ConnectButton } from './connect-button.tsx';
import { FailureHelp } from './failure-help.tsx';
import type { PopupModel } from './popup-model.ts';

/** What stands between the person and their bookings, with the one click that helps. Nothing while all is well. */
export function ConnectionSection({ model }: { model: PopupModel }) {
  const connection = model.connection.value;
  switch (connection.state) {
    case 'notConfigured':
      return (
        <Step sentence={failureSentence('notConfigured')}>
          <Button variant="primary" onClick={model.openOptions}>
            {i18n.t('action.openOptions')}
          </Button>
        </Step>
      );
    case 'disconnected':
      if (connection.failure) return <Failed model={model} failure={connection.failure} />;
      return (
        <Step sentence={failureSentence('disconnected')}>
          <ConnectButton model={model} label={i18n.t('action.connect')} />
        </Step>
      );
    case 'connecting':
      return (
        <Step sentence={i18n.t('popup.connecting')}>
          {connection.from !== 'connected' && (
            <ConnectButton
              model={model}
              label={i18n.t(connection.from === 'expired' ? 'action.reconnect' : 'action.connect')}
            />
          )}
        </Step>
      );
    case 'expired':
      return <Failed model={model} failure={connection.failure ?? null} expired />;
    case 'connected':
      return connection.failure ? <Failed model={model} failure={connection.failure} /> : null;
  }
}

function Step({ sentence, children }: { sentence: string; children: ComponentChildren }) {
  return (
    <section class="section step">
      <p id="connection-sentence">{sentence}</p>
      {children}
    </section>
  );
}

interface FailedProps {
  model: PopupModel;
  /** How the latest attempt to sign in ended, if there was one. */
  failure: Failure | null;
  /** Whether the authorisation has come to its end. */
  expired?: boolean;
}

function Failed({ model, failure, expired = false }: FailedProps) {
  const label = i18n.t(expired ? 'action.reconnect' : 'action.tryAgain');
  const actions = (
    <>
      <ConnectButton model={model} label={label} />
      {failure && <FailureHelp model={model} failure={failure} />}
    </>
  );
  return (
    <Notice tone="bad" actions={actions}>
      {expired && <strong>{failureSentence('expired')}</strong>} {failure && attemptSentence(failure)}
    </Notice>
  );
}

function attemptSentence({ code, detail }: Failure): string {
  const sentence = failureSentence(code);
  return detail === windowStillOpen ? `${sentence} ${i18n.t('panel.closeWindow')}` : sentence;
}
