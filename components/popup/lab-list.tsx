import { Branch } from './lab-branch.tsx';
import { LabSearch } from './lab-search-field.tsx';
import { labTree } from './lab-tree.ts';
import type { LabsModel } from './labs-model.ts';

/** The labs as a tree of boxes to tick. Many of them can be searched, and scroll by themselves. */
export function LabList({ model }: { model: LabsModel }) {
  const many = model.many.value;
  const tree = labTree(model.found.value, navigator.language);
  return (
    <>
      {many && <LabSearch model={model} tree={tree} />}
      <div class={many ? 'lab-tree lab-tree-many' : 'lab-tree'}>
        <Branch model={model} branch={tree} />
      </div>
    </>
  );
}
