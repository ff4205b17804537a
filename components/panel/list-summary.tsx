import { i18n } from '#i18n';
import { Button } from '../ui/button.tsx';
import type { ListState } from './bookings-model.ts';
import type { PanelModel } from './panel-model.ts';

const number = (value: number) => new Intl.NumberFormat().format(value);

/** What is shown of what there is, how far loading has come, and the box that selects everything. */
export function ListSummary({ model }: { model: PanelModel }) {
  const list = model.bookings.state.value;
  const count = model.bookings.ordered.value.length;
  const missing = list.kind === 'ready' ? list.missing : 0;
  return (
    <>
      {list.kind === 'loading' && <LoadingBar received={list.received} total={list.total} />}
      {(count > 0 || list.kind === 'ready') && (
        <div class="list-summary">
          <span>
            {sentence(list, count)}
            {missing > 0 && (
              <>
                {' · '}
                {i18n.t('panel.missing', missing)}{' '}
                <Button variant="link" onClick={() => void model.bookings.load()}>
                  {i18n.t('action.retry')}
                </Button>
              </>
            )}
          </span>
          {count > 0 && <SelectAll model={model} />}
        </div>
      )}
    </>
  );
}

function sentence(list: ListState, count: number): string {
  if (list.kind === 'ready' && count === 0) return i18n.t('panel.empty');
  const shown = i18n.t('panel.count', count, [number(count)]);
  if (list.kind !== 'loading') return shown;
  if (list.checking > 0) return `${shown} · ${i18n.t('panel.checking', [number(list.checking)])}`;
  return list.total === null
    ? shown
    : i18n.t('panel.loadingCount', [number(list.received), number(list.total)]);
}

function SelectAll({ model: { selection } }: { model: PanelModel }) {
  const all = selection.all.value;
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={all}
        indeterminate={!all && selection.rows.value.length > 0}
        onChange={(event) => {
          if (event.isTrusted) selection.toggleAll();
        }}
      />
      {i18n.t('panel.selectAll')}
    </label>
  );
}

function LoadingBar({ received, total }: { received: number; total: number | null }) {
  const value = total ? { value: received } : {};
  return <progress class="loading-bar" aria-label={i18n.t('panel.loading')} max={total ?? 1} {...value} />;
}
