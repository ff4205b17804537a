import { i18n } from '#i18n';
import { refusals } from '../../utils/rspace/editor-protocol.ts';
import { Button } from '../ui/button.tsx';
import { failureSentence } from '../ui/failure-sentence.ts';
import { OnlySelected } from './only-selected.tsx';
import type { PanelModel } from './panel-model.ts';

/** What is selected, where it would go, and the two ways to hand it over. */
export function PanelFooter({ model }: { model: PanelModel }) {
  const count = model.selection.rows.value.length;
  const busy = model.handover.state.value.kind === 'preparing';
  const { field, editable } = model.editor.description.value;
  const reason = refusals.get(editable) ?? 'notEditing';
  const where = field
    ? field.name
      ? i18n.t('panel.into', [field.name])
      : i18n.t('panel.intoDocument')
    : failureSentence(reason);
  return (
    <footer class="panel-footer">
      <strong role="status">{i18n.t('panel.selected', [count])}</strong>
      <OnlySelected model={model} />
      <span id="calira-target" class="muted panel-target">
        {where}
      </span>
      <Button disabled={busy || count === 0} onClick={() => void model.handover.start('copy')}>
        {i18n.t('panel.copy')}
      </Button>
      <Button
        variant="primary"
        disabled={busy || count === 0 || !field}
        describedBy="calira-target"
        onClick={() => void model.handover.start('insert')}
      >
        {i18n.t('panel.insert')}
      </Button>
    </footer>
  );
}
