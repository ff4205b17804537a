import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '../ui/button.tsx';
import { LabBox } from './lab-box.tsx';
import type { LabBranch } from './lab-tree.ts';
import { labsIn } from './lab-tree.ts';
import type { LabsModel } from './labs-model.ts';

/**
 * The labs of a branch below its name, how many of them are authorised, and a click for all of them where there are several.
 * The root has no name to show.
 */
export function Branch({ model, branch }: { model: LabsModel; branch: LabBranch }) {
  const id = useId();
  const labs = labsIn(branch);
  const several = labs.length > 1;
  // As they are saved, like the count above all: what is ticked can be seen.
  const { decisions } = model.choice.value;
  const authorised = labs.filter((lab) => decisions[lab.id] === true).length;
  return (
    <>
      {branch.name && (
        <div class="lab-branch">
          <span class="lab-branch-name">
            <strong id={id}>{branch.name}</strong>{' '}
            {several && (
              <span class="count">
                {i18n.t('popup.labsCount', [String(authorised), String(labs.length)])}
              </span>
            )}
          </span>
          {several && <SelectAll model={model} branch={branch} />}
        </div>
      )}
      <ul class="labs" aria-labelledby={branch.name ? id : 'labs-heading'}>
        {branch.branches.map((one) => (
          <li key={`branch ${one.name}`}>
            <Branch model={model} branch={one} />
          </li>
        ))}
        {branch.labs.map((lab) => (
          <LabBox key={lab.id} lab={lab} model={model} />
        ))}
      </ul>
    </>
  );
}

/** Ticks or unticks all labs of a branch, of which only those that are found may be in sight. */
export function SelectAll({ model, branch }: { model: LabsModel; branch: LabBranch }) {
  const searching = model.query.value.trim() !== '';
  const place = branch.path.join(', ');
  const name = (word: 'all' | 'none') => {
    if (!place) return i18n.t(`popup.select.${word}${searching ? 'Found' : 'Labs'}`);
    return i18n.t(`popup.select.${word}${searching ? 'FoundOf' : 'Of'}`, [place]);
  };
  const tick = (on: boolean) =>
    model.tick(
      labsIn(branch).map(({ id }) => id),
      on,
    );
  return (
    <span class="select-all">
      <Button variant="link" label={name('all')} onClick={() => tick(true)}>
        {i18n.t('popup.all')}
      </Button>
      <Button variant="link" label={name('none')} onClick={() => tick(false)}>
        {i18n.t('popup.none')}
      </Button>
    </span>
  );
}
