import { i18n } from '#i18n';
import { refusals } from '../../../utils/rspace/editor/editor-protocol.ts';
import { atAGlance } from '../../ui/at-a-glance.ts';
import type { ChecklistAction, ChecklistItem } from '../../ui/checklist.tsx';
import { Checklist } from '../../ui/checklist.tsx';
import { failureSentence } from '../../ui/failure-sentence.ts';
import type { PanelModel } from '../panel-model.ts';

/**
 * What is still missing before bookings can be inserted, in place of a list that is not there yet. Once it is, only a
 * text field may be missing: that is told, with its buttons, where the bookings are handed over.
 */
export function SetUp({ model }: { model: PanelModel }) {
  const connection = model.connection.value;
  const list = model.bookings.state.value;
  if (!connection) return null;
  const connected = connection.state === 'connected';
  const noLabs = list.kind === 'failed' && list.failure.code === 'noLabs';
  if (connected && !noLabs) return null;

  const { field, editable } = model.editor.description.value;
  const refusal = refusals.get(editable);
  const item = (id: 'client' | 'connection' | 'labs' | 'site' | 'field', done: boolean): ChecklistItem => ({
    id,
    done,
    label: i18n.t(`checklist.step.${id}`),
    note: id === 'field' && refusal ? failureSentence(refusal) : undefined,
    actions: actionsFor(model, id),
  });
  const items = [
    item('client', connection.state !== 'notConfigured'),
    item('connection', connected),
    item('labs', (model.labs.value?.authorised.length ?? 0) > 0),
    item('site', true),
    item('field', field !== null),
  ];
  return <Checklist items={items} />;
}

/** The buttons of a step; none where an earlier step or the notice above has them. */
function actionsFor(model: PanelModel, step: string): ChecklistAction[] {
  const connection = model.connection.value;
  switch (step) {
    case 'client':
      return [{ label: i18n.t('action.openOptions'), onClick: model.openOptions }];
    case 'connection': {
      if (connection?.state !== 'disconnected') return [];
      const label = connection.failure ? i18n.t('action.tryAgain') : i18n.t('action.connect');
      return [{ label, onClick: model.connect }];
    }
    case 'labs':
      if (connection?.state !== 'connected') return [];
      return [{ label: i18n.t('action.chooseLabs'), onClick: model.openLabs }];
    case 'field':
      return openActions(model);
    default:
      return [];
  }
}

/** RSpace's own pencils, for the first fields: in a longer document, the others have theirs beside them. */
function openActions({ editor, handover }: PanelModel): ChecklistAction[] {
  const { editable, fields } = editor.description.value;
  if (refusals.has(editable)) return [];
  const disabled = handover.state.value.kind === 'opening';
  return atAGlance(fields).shown.map((field) => ({
    label: field.name ? i18n.t('panel.openNamed', [field.name]) : i18n.t('panel.openDocument'),
    onClick: () => void handover.openAndInsert(field),
    disabled,
  }));
}
