import { i18n } from '#i18n';
import { failureSentence } from '../ui/failure-sentence.ts';
import { ConnectButton } from './connect-button.tsx';
import { LabList } from './lab-list.tsx';
import { ManageLink } from './manage-link.tsx';
import type { PopupModel } from './popup-model.ts';

/** Which labs' bookings RSpace may see, and how to change that. */
export function LabsSection({ model }: { model: PopupModel }) {
  const connection = model.connection.value;
  const { state } = connection;
  if (
    state !== 'connected' &&
    state !== 'expired' &&
    !(state === 'connecting' && connection.from !== 'disconnected')
  ) {
    return null;
  }
  const labs = model.labs.value;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot hold its heading beside a count.
    <section class="section" role="group" aria-labelledby="labs-heading">
      <h2>
        <span id="labs-heading">{i18n.t('popup.labs')}</span>{' '}
        {labs.length > 0 && <span class="muted">{labs.length}</span>}
      </h2>
      {labs.length > 0 ? <LabList labs={labs} /> : <p>{failureSentence('noLabs')}</p>}
      {state !== 'expired' && (
        <ConnectButton
          model={model}
          label={i18n.t('popup.moreLabs')}
          variant={
            labs.length === 0 && state === 'connected' && !connection.failure ? 'primary' : 'secondary'
          }
        />
      )}
      <p class="muted">
        {i18n.t('popup.labsHint')} <ManageLink model={model} />
      </p>
    </section>
  );
}
