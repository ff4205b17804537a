import { i18n } from '#i18n';
import { numberText } from '../../../utils/bookings/number-text.ts';
import { obstacleIn } from '../../../utils/rspace/editor/editor-protocol.ts';
import { Button } from '../../ui/button.tsx';
import { failureSentence } from '../../ui/failure-sentence.ts';
import { OnlySelected } from '../list/only-selected.tsx';
import type { PanelModel } from '../panel-model.ts';
import { InsertAs } from './insert-as.tsx';

/** What is selected, where it would go, and the two ways to hand it over. */
export function PanelFooter({ model }: { model: PanelModel }) {
  const count = model.selection.rows.value.length;
  const busy = ['preparing', 'opening'].includes(model.handover.state.value.kind);
  const form = model.output.form.value;
  const { field } = model.editor.description.value;
  const where = field
    ? field.name
      ? i18n.t('panel.into', [field.name])
      : i18n.t('panel.intoDocument')
    : obstacleSentence(model.editor);
  const mayInsert = !busy && count > 0 && field !== null && !model.failure.value;
  return (
    <footer class="panel-footer">
      <strong role="status">{i18n.t('panel.selected', [numberText(count, model.find.place.locale)])}</strong>
      <OnlySelected model={model} />
      <span id="calira-target" class="muted panel-target">
        {form === 'table' ? where : `${i18n.t(`panel.as.${form}`)} · ${where}`}
      </span>
      <Button
        onClick={() => {
          model.sheet.value = 'columns';
        }}
      >
        {i18n.t('columns.title')}
      </Button>
      <Button disabled={busy || count === 0} onClick={() => void model.handover.start('copy')}>
        {i18n.t('panel.copy')}
      </Button>
      <span class="split">
        <Button
          variant="primary"
          disabled={!mayInsert}
          describedBy="calira-target"
          onClick={() => void model.handover.start('insert')}
        >
          {i18n.t('panel.insert')}
        </Button>
        <InsertAs
          form={form}
          onChoose={(chosen) => {
            model.output.chooseForm(chosen);
            if (mayInsert) void model.handover.start('insert');
          }}
        />
      </span>
    </footer>
  );
}

/** Why nothing can be inserted now. */
function obstacleSentence({ description, otherEditor }: PanelModel['editor']): string {
  const obstacle = obstacleIn(description.value);
  const who = otherEditor.value;
  return obstacle === 'lockedByOther' && who !== null
    ? i18n.t('panel.lockedBy', [who])
    : failureSentence(obstacle);
}
