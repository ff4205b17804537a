import { ColumnsSheet } from '../insert/columns-sheet.tsx';
import type { PanelModel } from '../panel-model.ts';
import { UpdateSheet } from '../update/update-sheet.tsx';

/** What covers the list, if anything does. */
export function PanelSheet({ model }: { model: PanelModel }) {
  const close = () => {
    model.sheet.value = null;
  };
  switch (model.sheet.value) {
    case 'columns':
      return <ColumnsSheet model={model} onClose={close} />;
    case 'update':
      return <UpdateSheet model={model} onClose={close} />;
    case null:
      return null;
  }
}
