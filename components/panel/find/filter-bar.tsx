import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { matchingOptions } from '../../../utils/bookings/options.ts';
import { Combobox } from '../../ui/combobox.tsx';
import type { PanelModel } from '../panel-model.ts';
import { PeriodChoice } from './period-choice.tsx';
import { SortChoice } from './sort-choice.tsx';

/** Lab, equipment, person, days and order. Where there is little room, behind a button that counts them. */
export function FilterBar({ model }: { model: PanelModel }) {
  const { choices, find } = model;
  const open = useSignal(false);
  const id = useId();
  const { lab, equipment, bookedBy } = choices.current.value;
  const count = find.filters.value;
  return (
    <>
      <button
        type="button"
        class="choice filters-button"
        aria-expanded={open.value}
        aria-controls={id}
        onClick={(event) => {
          if (event.isTrusted) open.value = !open.value;
        }}
      >
        {count > 0 ? i18n.t('find.filtersCount', [String(count)]) : i18n.t('find.filters')}
      </button>
      <div id={id} class={`filters ${open.value ? 'filters-open' : ''}`}>
        <Combobox
          label={i18n.t('find.lab')}
          placeholder={i18n.t('find.any')}
          value={lab?.name ?? ''}
          offer={(typed, most) => matchingOptions(find.options.value.labs, typed, most)}
          onChoose={(chosen) => choices.change({ lab: chosen })}
        />
        <Combobox
          label={i18n.t('find.equipment')}
          placeholder={i18n.t('find.any')}
          value={equipment?.name ?? ''}
          offer={(typed, most) => matchingOptions(find.options.value.equipment, typed, most)}
          onChoose={(chosen) => choices.change({ equipment: chosen })}
        />
        <Combobox
          label={i18n.t('find.bookedBy')}
          placeholder={i18n.t('find.anybody')}
          value={bookedBy ?? ''}
          offer={(typed, most) => matchingOptions(people(model), typed, most)}
          onChoose={(chosen) => choices.change({ bookedBy: chosen?.name ?? null })}
        />
        <PeriodChoice model={model} />
        <SortChoice model={model} />
      </div>
    </>
  );
}

/** Calira tells names, and ids only to who may see more. */
function people({ find }: PanelModel) {
  return find.options.value.people.map((name) => ({ id: name, name }));
}
