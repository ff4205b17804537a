import { i18n } from '#i18n';
import type { Connection } from '../../utils/calira/connection.ts';
import { authorisedLabs } from '../../utils/calira/lab-choice.ts';
import { ConnectButton } from './connect-button.tsx';
import { LabPicker } from './lab-picker.tsx';
import { LabsUnread } from './labs-unread.tsx';
import { LostLabs } from './lost-labs.tsx';
import { ManageLink } from './manage-link.tsx';
import type { PopupModel } from './popup-model.ts';

/** Which labs' bookings RSpace may see, and how to change that. */
export function LabsSection({ model }: { model: PopupModel }) {
  const { labs, connection } = model;
  if (!isSignedIn(connection.value)) return null;
  const choice = labs.choice.value;
  const { granted } = choice;
  const known = !choice.unread && granted.length > 0;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot hold its heading beside a count.
    <section id={sectionId} class="section" role="group" aria-labelledby="labs-heading">
      <h2>
        <span id="labs-heading">{i18n.t('popup.labs')}</span>{' '}
        {known && (
          <span class="muted">
            {i18n.t('popup.labsCount', [String(authorisedLabs(choice).length), String(granted.length)])}
          </span>
        )}
      </h2>
      <LostLabs labs={choice.lost} />
      <LabsUnread model={model} />
      {known && <LabPicker model={labs} moreLabs={<MoreLabs model={model} />} />}
      {!known && <MoreLabs model={model} />}
      <p class="muted">
        {i18n.t('popup.labsHint')} <ManageLink model={model} />
      </p>
    </section>
  );
}

/** Runs Calira's authorisation again. Once that has expired, reconnecting does the same. */
function MoreLabs({ model }: { model: PopupModel }) {
  const { connection, labs } = model;
  if (connection.value.state === 'expired') return null;
  const { granted, unread } = labs.choice.value;
  const next = granted.length === 0 && !unread && !labs.reading.value && !labs.readFailure.value;
  return (
    <ConnectButton model={model} label={i18n.t('popup.moreLabs')} variant={next ? 'primary' : 'secondary'} />
  );
}

const sectionId = 'labs';

/** Brings the person to the labs. */
export function focusLabs(): void {
  document.querySelector<HTMLElement>(`#${sectionId} :is(input, button)`)?.focus();
}

function isSignedIn(connection: Connection): boolean {
  const { state } = connection;
  if (state === 'connecting') return connection.from !== 'disconnected';
  return state === 'connected' || state === 'expired';
}
