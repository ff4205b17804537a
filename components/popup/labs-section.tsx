import { i18n } from '#i18n';
import { isSignedIn } from '../../utils/calira/connection.ts';
import { authorisedLabs } from '../../utils/calira/lab-choice.ts';
import { AuthoriseButton } from './authorise-button.tsx';
import { ConnectButton } from './connect-button.tsx';
import { LabList } from './lab-list.tsx';
import { LabsOutcome } from './labs-outcome.tsx';
import { LabsUnread, ReadAgain } from './labs-unread.tsx';
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
      <div class="section-head">
        <h2>
          <span id="labs-heading">{i18n.t('popup.labs')}</span>{' '}
          {known && (
            <span class="count">
              {i18n.t('popup.labsCount', [String(authorisedLabs(choice).length), String(granted.length)])}
            </span>
          )}
        </h2>
        <ManageLink model={model} />
      </div>
      <LostLabs labs={choice.lost} />
      <LabsUnread model={model} />
      {known && <LabList model={labs} />}
      <div class="line">
        {known ? <AuthoriseButton model={labs} /> : <ReadAgain model={model} />}
        <MoreLabs model={model} />
      </div>
      {known && <LabsOutcome model={labs} />}
    </section>
  );
}

/** Runs Calira's authorisation again. Once that has expired, reconnecting does the same. */
function MoreLabs({ model }: { model: PopupModel }) {
  const connection = model.connection.value;
  const state = connection.state === 'connecting' ? connection.from : connection.state;
  if (state === 'expired') return null;
  return <ConnectButton model={model} label={i18n.t('popup.moreLabs')} variant="secondary" />;
}

const sectionId = 'labs';

/** Brings the person to the labs. */
export function focusLabs(): void {
  document.querySelector<HTMLElement>(`#${sectionId} :is(input, button)`)?.focus();
}
