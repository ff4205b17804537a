import { i18n } from '#i18n';
import { numberText } from '../../../utils/bookings/number-text.ts';
import { Button } from '../../ui/button.tsx';
import { Counting } from '../../ui/counting.tsx';
import { CheckProgress } from '../find/check-progress.tsx';
import { displayLocale } from '../locale.ts';
import type { PanelModel } from '../panel-model.ts';
import { DetailsProgress } from './details-progress.tsx';
import { offersRetry } from './list-notice.tsx';
import { SelectAll } from './select-all.tsx';

const number = (value: number) => numberText(value, displayLocale());

/** What is shown of what there is, how far loading has come, the way to today, and the box that selects what is shown. */
export function ListSummary({ model }: { model: PanelModel }) {
  const state = model.bookings.state.value;
  const known = model.bookings.rows.value.size;
  // Before the background has told whether there is a connection, nobody can say that something is being loaded.
  if (known === 0 && (state.kind !== 'loading' || !model.connection.value)) return null;
  return (
    <>
      <div class="list-summary">
        {state.kind === 'loading' && <LoadingBar received={state.received} total={state.total} />}
        <span class="list-count">
          <span role="status">
            {state.kind === 'loading' ? <Counting>{sentence(model)}</Counting> : sentence(model)}
          </span>
          <Narrowed model={model} />
          <Missing model={model} />
          <DetailsProgress model={model} />
        </span>
        {known > 0 && (
          <>
            <Button variant="link" onClick={() => goToToday(model)}>
              {i18n.t('panel.day.today')}
            </Button>
            <SelectAll model={model} />
          </>
        )}
      </div>
      <CheckProgress model={model} />
    </>
  );
}

function goToToday({ find, list }: PanelModel): void {
  if (list.onlySelected.value) list.toggleOnlySelected();
  find.toToday();
  list.wishedForToday.value += 1;
}

function sentence({ bookings, choices, find, list }: PanelModel): string {
  const state = bookings.state.value;
  const shown = list.rows.value.length;
  const known = bookings.rows.value.size;
  if (state.kind === 'loading') {
    const counted = i18n.t('panel.count', known, [number(known)]);
    if (state.checking) return `${counted} · ${i18n.t('panel.checking')}`;
    // That there are none is not known yet.
    if (known === 0) return '';
    return state.total === null
      ? counted
      : i18n.t('panel.loadingCount', [number(state.received), number(state.total)]);
  }
  if (list.onlySelected.value) return i18n.t('find.onlySelected', shown, [number(shown)]);
  if (choices.current.value.view === 'bookedEquipment')
    return i18n.t('find.equipmentCount', shown, [number(shown)]) + filtersText(find.filters.value);
  const count =
    shown === known
      ? i18n.t('panel.count', known, [number(known)])
      : i18n.t('find.shownOf', known, [number(shown), number(known)]);
  return count + filtersText(find.filters.value);
}

const filtersText = (count: number) =>
  count === 0 ? '' : `, ${i18n.t('find.filterCount', count, [number(count)])}`;

/** The way back from a search and filters to everything. */
function Narrowed({ model: { find, list } }: { model: PanelModel }) {
  if (list.onlySelected.value || (find.filters.value === 0 && !find.search.value)) return null;
  return (
    <>
      {' · '}
      <Button variant="link" onClick={find.clear}>
        {i18n.t('find.clear')}
      </Button>
    </>
  );
}

/** What could not be loaded: bookings of the list or, where it is whole, the details of some in view. */
function Missing({ model: { bookings, check } }: { model: PanelModel }) {
  const state = bookings.state.value;
  if (state.kind !== 'ready') return null;
  if (state.missing > 0) {
    const counted = i18n.t('panel.missing', state.missing, [number(state.missing)]);
    // Why is told above, and there is the button.
    if (state.failure && offersRetry(state.failure)) return <> · {counted}</>;
    return <Retry onClick={() => void bookings.load()}>{counted}</Retry>;
  }
  // What a search needs is counted beside its progress.
  const details = [...bookings.unavailable.value.keys()].filter((id) => !check.failed.value.has(id));
  if (details.length === 0 || state.failure) return null;
  return (
    <Retry onClick={() => void bookings.loadDetails(details).catch(() => {})}>
      {i18n.t('panel.missingDetails', details.length, [number(details.length)])}
    </Retry>
  );
}

function Retry({ children, onClick }: { children: string; onClick: () => void }) {
  return (
    <>
      {' · '}
      {children}
      {' · '}
      <Button variant="link" onClick={onClick}>
        {i18n.t('action.retry')}
      </Button>
    </>
  );
}

function LoadingBar({ received, total }: { received: number; total: number | null }) {
  const value = total ? { value: received } : {};
  return (
    <progress
      class="loading-bar summary-bar"
      aria-label={i18n.t('panel.loading')}
      max={total ?? 1}
      {...value}
    />
  );
}
