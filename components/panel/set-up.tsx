import { i18n } from '#i18n';
import type { ChecklistItem } from '../ui/checklist.tsx';
import { Checklist } from '../ui/checklist.tsx';
import type { PanelModel } from './panel-model.ts';

/** What is still missing before bookings can be inserted, in place of a list that is not there yet. */
export function SetUp({ model }: { model: PanelModel }) {
  const connection = model.connection.value;
  const list = model.bookings.state.value;
  if (!connection) return null;
  const connected = connection.state === 'connected';
  const noLabs = list.kind === 'failed' && list.failure.code === 'noLabs';
  if (connected && !noLabs) return null;

  const item = (id: 'client' | 'connection' | 'labs' | 'site' | 'field', done: boolean): ChecklistItem => {
    const action = done ? null : actionFor(model, id);
    return { id, done, label: i18n.t(`checklist.step.${id}`), ...(action ? { action } : {}) };
  };
  const items = [
    item('client', connection.state !== 'notConfigured'),
    item('connection', connected),
    item('labs', (model.labs.value?.authorised.length ?? 0) > 0),
    item('site', true),
    item('field', model.editor.description.value.field !== null),
  ];
  return <Checklist items={items} />;
}

/** The button of a step; none where an earlier step or the notice above has it. */
function actionFor(model: PanelModel, step: string): ChecklistItem['action'] | null {
  const connection = model.connection.value;
  if (step === 'client') return { label: i18n.t('action.openOptions'), onClick: model.openOptions };
  if (step === 'labs' && connection?.state === 'connected') {
    return { label: i18n.t('action.chooseLabs'), onClick: model.openLabs };
  }
  if (step !== 'connection' || connection?.state !== 'disconnected') return null;
  const label = connection.failure ? i18n.t('action.tryAgain') : i18n.t('action.connect');
  return { label, onClick: model.connect };
}
