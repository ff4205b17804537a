import { i18n } from '#i18n';
import { SelectAll } from './lab-branch.tsx';
import type { LabBranch } from './lab-tree.ts';
import type { LabsModel } from './labs-model.ts';

/** Finds labs among many, and ticks or unticks all that are found. */
export function LabSearch({ model, tree }: { model: LabsModel; tree: LabBranch }) {
  const found = model.found.value.length;
  const granted = model.choice.value.granted.length;
  return (
    <>
      <input
        type="search"
        class="lab-search"
        aria-label={i18n.t('popup.searchLabs')}
        placeholder={i18n.t('popup.searchLabs')}
        value={model.query.value}
        onInput={(event) => {
          model.query.value = event.currentTarget.value;
        }}
      />
      <div class="lab-branch">
        <span class="lab-branch-name muted" role="status">
          {found === 0
            ? i18n.t('popup.noLabFound')
            : i18n.t('popup.labsFound', [String(found), String(granted)])}
        </span>
        {found > 0 && <SelectAll model={model} branch={tree} />}
      </div>
    </>
  );
}
