import { i18n } from '#i18n';
import { sortColumns } from '../../../utils/bookings/sort.ts';
import type { PanelModel } from '../panel-model.ts';

/** By which column, and in which direction. A time begins with the newest, everything else with the first. */
export function SortChoice({ model: { choices } }: { model: PanelModel }) {
  const { column, descending } = choices.current.value.sort;
  return (
    <span class="sort">
      <label class="sort-column">
        <span class="combobox-label" aria-hidden="true">
          {i18n.t('find.sort')}
        </span>
        <select
          class="choice"
          aria-label={i18n.t('find.sortBy')}
          value={column}
          onChange={(event) => {
            const chosen = sortColumns.find((one) => one === event.currentTarget.value);
            if (!chosen) return;
            choices.change({ sort: { column: chosen, descending: chosen === 'start' || chosen === 'end' } });
          }}
        >
          {sortColumns.map((one) => (
            <option key={one} value={one}>
              {i18n.t(`column.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <button
        type="button"
        class="choice sort-direction"
        aria-label={i18n.t(descending ? 'find.descending' : 'find.ascending')}
        title={i18n.t(descending ? 'find.descending' : 'find.ascending')}
        onClick={(event) => {
          if (event.isTrusted) choices.change({ sort: { column, descending: !descending } });
        }}
      >
        <span aria-hidden="true">{descending ? '↓' : '↑'}</span>
      </button>
    </span>
  );
}
