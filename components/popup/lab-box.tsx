import { i18n } from '#i18n';
import type { GrantedLab } from '../../utils/calira/lab-choice.ts';
import type { LabsModel } from './labs-model.ts';
import { cityOf } from './time-zone-city.ts';

/** A lab to tick. It is named by its name alone; where it is and that it is new only describe it. */
export function LabBox({ model, lab }: { model: LabsModel; lab: GrantedLab }) {
  const { id, name, timeZone } = lab;
  const isNew = model.choice.value.decisions[id] === undefined;
  return (
    <li>
      <label class="lab">
        <input
          type="checkbox"
          checked={model.ticked.value.has(id)}
          aria-labelledby={`lab-${id}`}
          aria-describedby={timeZone || isNew ? `lab-${id}-facts` : undefined}
          onChange={(event) => {
            if (event.isTrusted) model.tick([id], event.currentTarget.checked);
          }}
        />
        <span>
          <span id={`lab-${id}`}>{name}</span>{' '}
          <span id={`lab-${id}-facts`}>
            {timeZone && <span class="muted">{cityOf(timeZone)}</span>}{' '}
            {isNew && <span class="new">{i18n.t('popup.newLab')}</span>}
          </span>
        </span>
      </label>
    </li>
  );
}
