import { i18n } from '#i18n';
import { Button } from '../../ui/button.tsx';
import { ColumnChoice } from '../../ui/column-choice.tsx';
import { Sheet } from '../drawer/sheet.tsx';
import type { PanelModel } from '../panel-model.ts';
import { OutputPreview } from './output-preview.tsx';

/** Which columns an inserted table has, with what it will look like. Every change is in force, and remembered, at once. */
export function ColumnsSheet({ model, onClose }: { model: PanelModel; onClose: () => void }) {
  const { output } = model;
  return (
    <Sheet
      title={i18n.t('columns.title')}
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" disabled={!output.isOwn.value} onClick={() => output.chooseColumns(null)}>
            {i18n.t('columns.reset')}
          </Button>
          <Button variant="primary" onClick={onClose}>
            {i18n.t('columns.done')}
          </Button>
        </>
      }
    >
      <ColumnChoice
        columns={output.columns.value}
        managed={output.managed.value}
        onChange={output.chooseColumns}
      />
      <OutputPreview model={model} />
    </Sheet>
  );
}
