import { i18n } from '#i18n';
import type { ChecklistAction, ChecklistItem } from '../ui/checklist.tsx';
import { Checklist } from '../ui/checklist.tsx';
import { focusLabs } from './labs-section.tsx';
import { openPanel } from './open-panel.ts';
import type { PopupModel } from './popup-model.ts';
import type { SetUpStep } from './set-up-steps.ts';

/** What is still missing before bookings can be inserted, each with its button. */
export function SetUp({ model }: { model: PopupModel }) {
  const items = model.steps.value.map(({ id, done }): ChecklistItem => {
    const action = actionFor(model, id);
    return { id, done, label: i18n.t(`checklist.step.${id}`), actions: action ? [action] : [] };
  });
  return <Checklist items={items} />;
}

/** What brings a step about; null where an earlier one has to come first. */
function actionFor(model: PopupModel, step: SetUpStep['id']): ChecklistAction | null {
  switch (step) {
    case 'client':
      return { label: i18n.t('action.openOptions'), onClick: model.openOptions };
    case 'connection':
      return connectAction(model);
    case 'labs':
      return chooseAction(model);
    case 'field':
      // RSpace's pencil, or the panel's own way to it, cannot be pressed from here.
      return { label: i18n.t('popup.openPanel'), onClick: () => void openPanel(model.site) };
    case 'site': {
      const waiting = model.waiting.value;
      return waiting && { label: i18n.t('popup.enable', [waiting.host]), onClick: model.enableWaiting };
    }
  }
}

function connectAction(model: PopupModel): ChecklistAction | null {
  const connection = model.connection.value;
  if (connection.state === 'notConfigured') return null;
  const busy = connection.state === 'connecting';
  const from = busy ? connection.from : connection.state;
  const failed = connection.state === 'disconnected' && connection.failure;
  const word = from === 'expired' ? 'reconnect' : failed ? 'tryAgain' : 'connect';
  return {
    label: i18n.t(`action.${word}`),
    onClick: model.connect,
    ...(busy ? { disabled: true, describedBy: 'connection-sentence' } : {}),
  };
}

/** Labs are chosen here among those that Calira grants; where it grants none, at Calira. */
function chooseAction({ connection, labs, connect }: PopupModel): ChecklistAction | null {
  const { granted, unread } = labs.choice.value;
  if (connection.value.state !== 'connected' || unread || labs.edited.value) return null;
  if (granted.length === 0 && labs.reading.value) return null;
  return { label: i18n.t('action.chooseLabs'), onClick: granted.length > 0 ? focusLabs : connect };
}
