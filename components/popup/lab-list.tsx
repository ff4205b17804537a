import type { AuthorisedLab } from '../../utils/calira/labs.ts';
import { cityOf, groupLabs } from './lab-groups.ts';

/** More labs than this get a list that scrolls by itself, so that the rest of the popup stays in sight. */
const manyLabs = 10;

/** The labs as a tree: under the department or organisation that they belong to. */
export function LabList({ labs }: { labs: readonly AuthorisedLab[] }) {
  const many = labs.length > manyLabs;
  return (
    <ul class={many ? 'lab-groups lab-groups-many' : 'lab-groups'} tabIndex={many ? 0 : undefined}>
      {groupLabs(labs, navigator.language).map(({ parent, labs: members }) =>
        parent === null ? (
          members.map((lab) => <LabItem key={lab.id} lab={lab} />)
        ) : (
          <li key={`group ${parent}`}>
            <span class="lab-parent">{parent}</span>
            <ul class="labs">
              {members.map((lab) => (
                <LabItem key={lab.id} lab={lab} />
              ))}
            </ul>
          </li>
        ),
      )}
    </ul>
  );
}

function LabItem({ lab }: { lab: AuthorisedLab }) {
  return (
    <li>
      {lab.name} {lab.timeZone && <span class="muted">{cityOf(lab.timeZone)}</span>}
    </li>
  );
}
