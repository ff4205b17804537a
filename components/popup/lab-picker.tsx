import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { Button } from '../ui/button.tsx';
import { Branch } from './lab-branch.tsx';
import { LabSearch } from './lab-search-field.tsx';
import { labTree } from './lab-tree.ts';
import type { LabsModel } from './labs-model.ts';
import { LabsOutcome } from './labs-outcome.tsx';

/** The labs as a tree of boxes to tick, and the button that applies the choice. */
export function LabPicker({ model, moreLabs }: { model: LabsModel; moreLabs: ComponentChildren }) {
  const many = model.many.value;
  const tree = labTree(model.found.value, navigator.language);
  const rest = !model.canDecide.value;
  return (
    <>
      {many && <LabSearch model={model} tree={tree} />}
      <div class={many ? 'lab-tree lab-tree-many' : 'lab-tree'}>
        <Branch model={model} branch={tree} />
      </div>
      <div class="line">
        <Button
          variant="primary"
          disabled={rest}
          describedBy={rest ? 'labs-outcome' : undefined}
          onClick={model.authorise}
        >
          {i18n.t('popup.authorise')}
        </Button>
        {moreLabs}
      </div>
      <LabsOutcome model={model} />
    </>
  );
}
