import { i18n } from '#i18n';
import type { PanelModel } from '../panel-model.ts';

/** Selects everything that is shown; what a filter hides stays as it is. */
export function SelectAll({ model: { list } }: { model: PanelModel }) {
  const all = list.all.value;
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={all}
        indeterminate={!all && list.some.value}
        onChange={(event) => {
          if (event.isTrusted) list.toggleAll();
        }}
      />
      {i18n.t('panel.selectAll')}
    </label>
  );
}
