import { i18n } from '#i18n';
import { Button } from '../ui/button.tsx';
import { failureExplanation } from '../ui/failure-explanation.ts';
import { SignInPicture } from './pictures.tsx';
import { Done, Step } from './step.tsx';
import type { WelcomeModel } from './welcome-model.ts';

/** The sign-in at Calira; without a client that Calira knows, the way to enter it. */
export function ConnectStep({ model }: { model: WelcomeModel }) {
  return (
    <Step number={1} heading={i18n.t('action.connect')} picture={<SignInPicture />}>
      <p>{i18n.t('welcome.connect')}</p>
      <div role="status">
        <State model={model} />
      </div>
      <Action model={model} />
    </Step>
  );
}

function State({ model }: { model: WelcomeModel }) {
  const connection = model.connection.value;
  switch (connection.state) {
    case 'notConfigured':
      return <p>{i18n.t('welcome.notConfigured')}</p>;
    case 'connecting':
      return <p id="connecting">{i18n.t('popup.connecting')}</p>;
    case 'connected':
      return <Done>{i18n.t('popup.state.connected')}</Done>;
    case 'disconnected':
      return connection.failure ? <p class="step-bad">{failureExplanation(connection.failure)}</p> : null;
    case 'expired':
      return <p class="step-bad">{failureExplanation(connection.failure ?? { code: 'expired' })}</p>;
  }
}

function Action({ model }: { model: WelcomeModel }) {
  const connection = model.connection.value;
  if (connection.state === 'notConfigured')
    return (
      <Button variant="primary" onClick={model.openOptions}>
        {i18n.t('action.openOptions')}
      </Button>
    );
  if (connection.state === 'connected') return null;
  const busy = connection.state === 'connecting';
  return (
    <Button
      variant="primary"
      disabled={busy}
      describedBy={busy ? 'connecting' : undefined}
      onClick={model.connect}
    >
      {i18n.t('action.connect')}
    </Button>
  );
}
