import { i18n } from '#i18n';
import { Button } from '../ui/button.tsx';
import type { PanelModel } from './panel-model.ts';

/** What is shown of what there is, how far loading has come, and the box that selects everything. */
export function ListSummary({ model }: { model: PanelModel }) {
  const { state, ordered } = model.bookings;
  const list = state.value;
  const count = ordered.value.length;
  const number = new Intl.NumberFormat();
  return (
    <>
      {list.kind === 'loading' && <LoadingBar received={list.received} total={list.total} />}
      {(count > 0 || list.kind === 'ready') && (
        <div class="list-summary">
          <span>
            {count === 0 && list.kind === 'ready'
              ? i18n.t('panel.empty')
              : list.kind === 'loading' && list.total !== null
                ? i18n.t('panel.loadingCount', [number.format(list.received), number.format(list.total)])
                : i18n.t('panel.count', count, [number.format(count)])}
            {list.kind === 'ready' && list.missing > 0 && (
              <>
                {' · '}
                {i18n.t('panel.missing', list.missing)}{' '}
                <Button variant="link" onClick={() => void model.bookings.load()}>
                  {i18n.t('action.retry')}
                </Button>
              </>
            )}
          </span>
          {count > 0 && (
            <label class="check">
              <input
                type="checkbox"
                checked={model.selection.all.value}
                indeterminate={!model.selection.all.value && model.selection.rows.value.length > 0}
                onChange={(event) => {
                  if (event.isTrusted) model.selection.toggleAll();
                }}
              />
              {i18n.t('panel.selectAll')}
            </label>
          )}
        </div>
      )}
    </>
  );
}

function LoadingBar({ received, total }: { received: number; total: number | null }) {
  return (
    <progress
      class="loading-bar"
      aria-label={i18n.t('panel.loading')}
      max={total ?? 1}
      {...(total ? { value: received } : {})}
    />
  );
}
