import { i18n } from '#i18n';
import { Button } from '../ui/button.tsx';
import { failureSentence } from '../ui/failure-sentence.ts';
import { Notice } from '../ui/notice.tsx';
import type { PanelModel } from './panel-model.ts';

/** What stands between the person and their bookings, with the one click that helps. Nothing while connected. */
export function ConnectionNotice({ model }: { model: PanelModel }) {
  const connection = model.connection.value;
  if (model.failure.value) return <Notice tone="bad">{failureSentence(model.failure.value.code)}</Notice>;
  if (!connection) return null;
  const connect = (label: string) => (
    <Button variant="primary" onClick={model.connect}>
      {label}
    </Button>
  );
  switch (connection.state) {
    case 'notConfigured':
      return (
        <Notice actions={<Button onClick={model.openOptions}>{i18n.t('action.openOptions')}</Button>}>
          {failureSentence('notConfigured')}
        </Notice>
      );
    case 'connecting':
      return <Notice>{i18n.t('panel.connecting')}</Notice>;
    case 'disconnected':
      return connection.failure ? (
        <Notice tone="bad" actions={connect(i18n.t('action.tryAgain'))}>
          {failureSentence(connection.failure.code)}
        </Notice>
      ) : (
        <Notice actions={connect(i18n.t('action.connect'))}>{i18n.t('panel.welcome')}</Notice>
      );
    case 'expired':
      return (
        <Notice tone="bad" actions={connect(i18n.t('action.reconnect'))}>
          {failureSentence(connection.failure?.code ?? 'expired')}
        </Notice>
      );
    case 'connected':
      return null;
  }
}
