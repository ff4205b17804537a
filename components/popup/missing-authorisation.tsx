import { i18n } from '#i18n';
import { Button } from '../ui/button.tsx';
import { ConnectButton } from './connect-button.tsx';
import type { PopupModel } from './popup-model.ts';

/** Whether Calira accepts what the extension holds of the person, and how to have it accepted again. */
export function MissingAuthorisation({ model }: { model: PopupModel }) {
  const connection = model.connection.value;
  const state = connection.state === 'connecting' ? connection.from : connection.state;
  return (
    <>
      <p>{i18n.t(`popup.missing.state.${state}`)}</p>
      {state === 'notConfigured' ? (
        <Button onClick={model.openOptions}>{i18n.t('action.openOptions')}</Button>
      ) : (
        <ConnectButton
          model={model}
          variant="secondary"
          label={i18n.t(state === 'disconnected' ? 'action.connect' : 'action.reconnect')}
        />
      )}
    </>
  );
}
