import { i18n } from '#i18n';
import { windowStillOpen } from '../../../utils/calira/window-still-open.ts';
import type { Failure } from '../../../utils/messages/failure.ts';
import { Button } from '../../ui/button.tsx';
import { failureSentence } from '../../ui/failure-sentence.ts';
import { Notice } from '../../ui/notice.tsx';
import type { PanelModel } from '../panel-model.ts';

/** What stands between the person and their bookings, with the one click that helps. Nothing while connected. */
export function ConnectionNotice({ model }: { model: PanelModel }) {
  const connection = model.connection.value;
  if (model.failure.value) return <Notice tone="bad">{failureSentence(model.failure.value.code)}</Notice>;
  switch (connection?.state) {
    case 'notConfigured':
      return <Notice>{failureSentence('notConfigured')}</Notice>;
    case 'connecting':
      return <Notice>{i18n.t('panel.connecting')}</Notice>;
    case 'expired':
      return (
        <Notice
          tone="bad"
          actions={
            <>
              <Button variant="primary" onClick={model.connect}>
                {i18n.t('action.reconnect')}
              </Button>
              <OpenCalira model={model} failure={connection.failure} />
            </>
          }
        >
          <strong>{failureSentence('expired')}</strong>{' '}
          {connection.failure ? <FailedSignIn failure={connection.failure} /> : <Kept model={model} />}
        </Notice>
      );
    case 'disconnected':
      return (
        <Notice
          tone={connection.failure ? 'bad' : 'plain'}
          actions={<OpenCalira model={model} failure={connection.failure} />}
        >
          {connection.failure ? <FailedSignIn failure={connection.failure} /> : i18n.t('panel.welcome')}
        </Notice>
      );
    default:
      return null;
  }
}

function Kept({ model }: { model: PanelModel }) {
  return model.selection.rows.value.length > 0 ? <span>{i18n.t('panel.selectionKept')}</span> : null;
}

/** How the latest attempt to sign in ended. */
function FailedSignIn({ failure }: { failure: Failure }) {
  const hint = failure.detail === windowStillOpen ? ` ${i18n.t('panel.closeWindow')}` : '';
  return <span>{failureSentence(failure.code) + hint}</span>;
}

/** Where Calira's sign-in page could not be opened, its own address may tell why. */
function OpenCalira({ model, failure }: { model: PanelModel; failure: Failure | undefined }) {
  if (failure?.code !== 'authPageFailed') return null;
  return <Button onClick={model.openCalira}>{i18n.t('action.openCalira')}</Button>;
}
