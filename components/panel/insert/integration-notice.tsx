import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import { ownIntegrationOn } from '../../../utils/rspace/editor/own-integration.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { PanelModel } from '../panel-model.ts';

/** Tells that RSpace has a Calira integration of its own, until the person has read it. */
export function IntegrationNotice({ model: { choices, connection } }: { model: PanelModel }) {
  const on = useSignal(false);
  // Choices are told before the connection: from then on it is known whether this was read.
  const unread = connection.value?.state === 'connected' && !choices.current.value.integrationTold;
  useEffect(() => {
    if (!unread) return;
    const end = new AbortController();
    void ownIntegrationOn(end.signal).then((answer) => {
      on.value = answer;
    });
    return () => end.abort();
  }, [unread, on]);
  if (!unread || !on.value) return null;
  return (
    <Notice
      actions={
        <Button onClick={() => choices.change({ integrationTold: true })}>{i18n.t('panel.dismiss')}</Button>
      }
    >
      {i18n.t('panel.ownIntegration')}
    </Notice>
  );
}
