import type { PanelModel } from '../panel-model.ts';
import { FilterBar } from './filter-bar.tsx';
import { SearchField } from './search-field.tsx';
import { ViewChoice } from './view-choice.tsx';

/** Everything by which somebody finds their bookings. */
export function FindBar({ model }: { model: PanelModel }) {
  return (
    <search class="find-bar">
      <SearchField model={model} />
      <ViewChoice model={model} />
      <FilterBar model={model} />
    </search>
  );
}
