import { i18n } from '#i18n';
import { ConnectButton } from './connect-button.tsx';
import { labStates } from './lab-states.ts';
import type { PopupModel } from './popup-model.ts';

/** Why bookings of a lab may not appear: how things stand with each lab, and with those that are not here at all. */
export function MissingBookings({ model }: { model: PopupModel }) {
  const { state } = model.connection.value;
  if (state === 'notConfigured' || state === 'disconnected') return <p>{i18n.t('popup.missing.noLabs')}</p>;
  const choice = model.labs.choice.value;
  const labs = choice.unread ? [] : labStates(choice, navigator.language);
  return (
    <>
      {choice.unread && <p>{i18n.t('popup.labsUnread')}</p>}
      {labs.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and nothing in it takes the focus.
        <ul class="lab-states" tabIndex={0} aria-labelledby="labs-heading">
          {labs.map(({ id, name, state: own }) => (
            <li key={id} class="lab-state">
              <span>{name}</span>
              <span class={own === 'authorised' ? 'lab-state-word lab-state-good' : 'lab-state-word'}>
                {i18n.t(`popup.missing.lab.${own}`)}
              </span>
            </li>
          ))}
        </ul>
      )}
      <p>{i18n.t('popup.missing.otherLabs')}</p>
      <ConnectButton
        model={model}
        variant="secondary"
        label={i18n.t(state === 'expired' ? 'action.reconnect' : 'popup.moreLabs')}
      />
    </>
  );
}
