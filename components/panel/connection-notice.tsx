import { i18n } from '#i18n';
import type { Connection } from '../../utils/calira/connection.ts';
import { windowStillOpen } from '../../utils/calira/connection.ts';
import type { Failure } from '../../utils/messages/failure.ts';
import { Button } from '../ui/button.tsx';
import { failureSentence } from '../ui/failure-sentence.ts';
import { Notice } from '../ui/notice.tsx';
import type { PanelModel } from './panel-model.ts';

/** What stands between the person and their bookings, with the one click that helps. Nothing while connected. */
export function ConnectionNotice({ model }: { model: PanelModel }) {
  const connection = model.connection.value;
  if (model.failure.value) return <Notice tone="bad">{failureSentence(model.failure.value.code)}</Notice>;
  switch (connection?.state) {
    case 'notConfigured':
      return (
        <Notice actions={<Button onClick={model.openOptions}>{i18n.t('action.openOptions')}</Button>}>
          {failureSentence('notConfigured')}
        </Notice>
      );
    case 'connecting':
      return <Notice>{i18n.t('panel.connecting')}</Notice>;
    case 'expired':
      return (
        <Notice tone="bad" actions={<ConnectButton model={model} connection={connection} />}>
          <strong>{failureSentence('expired')}</strong>{' '}
          {connection.failure ? <FailedSignIn failure={connection.failure} /> : <Kept model={model} />}
        </Notice>
      );
    case 'disconnected':
      return (
        <Notice
          tone={connection.failure ? 'bad' : 'plain'}
          actions={<ConnectButton model={model} connection={connection} />}
        >
          {connection.failure ? <FailedSignIn failure={connection.failure} /> : i18n.t('panel.welcome')}
        </Notice>
      );
    default:
      return null;
  }
}

function Kept({ model }: { model: PanelModel }) {
  return model.selection.rows.value.length > 0 ? <>{i18n.t('panel.selectionKept')}</> : null;
}

/** How the latest attempt to sign in ended. */
function FailedSignIn({ failure }: { failure: Failure }) {
  const hint = failure.detail === windowStillOpen ? ` ${i18n.t('panel.closeWindow')}` : '';
  return <span>{failureSentence(failure.code) + hint}</span>;
}

interface ConnectButtonProps {
  model: PanelModel;
  connection: Extract<Connection, { state: 'disconnected' | 'expired' }>;
}

/** The one click: Connect, Reconnect or, after an attempt that failed, Try again. */
function ConnectButton({ model, connection }: ConnectButtonProps) {
  const label =
    connection.state === 'expired'
      ? i18n.t('action.reconnect')
      : connection.failure
        ? i18n.t('action.tryAgain')
        : i18n.t('action.connect');
  return (
    <>
      <Button variant="primary" onClick={model.connect}>
        {label}
      </Button>
      {connection.failure?.code === 'authPageFailed' && (
        <Button onClick={model.openCalira}>{i18n.t('action.openCalira')}</Button>
      )}
    </>
  );
}
