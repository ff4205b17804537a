import { useEffect, useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '../../ui/button.tsx';
import { failureExplanation } from '../../ui/failure-explanation.ts';
import { readAgain } from '../connection/read-again.ts';
import { Sheet } from '../drawer/sheet.tsx';
import type { PanelModel } from '../panel-model.ts';
import type { Update, UpdateModel } from './update-model.ts';
import { changedBookings, createUpdateModel } from './update-model.ts';
import { UpdatePlan } from './update-plan-view.tsx';

/** What an update of the open field's tables would change; then doing it. */
export function UpdateSheet({ model, onClose }: { model: PanelModel; onClose: () => void }) {
  const update = useMemo(
    () => createUpdateModel((ids, signal) => readAgain(model.bookings, ids, signal), model.editor.access),
    [model.bookings, model.editor.access],
  );
  useEffect(() => {
    void update.start();
    return update.cancel;
  }, [update]);
  const state = update.state.value;
  return (
    <Sheet
      title={i18n.t('update.title')}
      onClose={onClose}
      actions={<Actions update={update} onClose={onClose} />}
    >
      <div role="status" class="update-status">
        {sentence(state)}
      </div>
      {state.kind === 'reading' && <progress class="loading-bar" aria-label={i18n.t('update.reading')} />}
      {state.kind === 'failed' && (
        <p role="alert" class="update-failure">
          {failureExplanation(state.failure)}
        </p>
      )}
      {state.kind === 'done' && !state.confirmed && <p role="status">{i18n.t('panel.unconfirmed')}</p>}
      {state.kind === 'planned' && <UpdatePlan state={state} />}
    </Sheet>
  );
}

function Actions({ update, onClose }: { update: UpdateModel; onClose: () => void }) {
  const state = update.state.value;
  if (state.kind === 'done') {
    return (
      <Button variant="primary" onClick={onClose}>
        {i18n.t('update.close')}
      </Button>
    );
  }
  return (
    <>
      <Button variant="quiet" onClick={onClose}>
        {i18n.t('action.cancel')}
      </Button>
      {state.kind === 'failed' && (
        <Button variant="primary" onClick={() => void update.start()}>
          {i18n.t('action.retry')}
        </Button>
      )}
      {state.kind === 'planned' && (
        <>
          {state.unread.length > 0 && (
            <Button onClick={() => void update.start()}>{i18n.t('action.retry')}</Button>
          )}
          <Button variant="primary" disabled={!canUpdate(state)} onClick={() => void update.apply()}>
            {i18n.t('update.apply')}
          </Button>
        </>
      )}
    </>
  );
}

const canUpdate = ({ tables }: Update & { kind: 'planned' }) =>
  tables.some(({ plan }) => plan.kind === 'update' && plan.checked > 0);

function sentence(state: Update): string {
  switch (state.kind) {
    case 'idle':
    case 'failed':
      return '';
    case 'replacing':
      return i18n.t('update.replacing');
    case 'reading':
      return state.count > 0 ? i18n.t('update.readingCount', state.count) : i18n.t('update.reading');
    case 'planned':
      return planSentence(state);
    case 'done':
      return state.count > 0 ? i18n.t('update.done', state.count) : i18n.t('update.renewed');
  }
}

function planSentence(state: Update & { kind: 'planned' }): string {
  if (state.tables.length === 0) return i18n.t('update.none');
  if (!canUpdate(state)) return i18n.t('update.impossible');
  const count = changedBookings(state.tables);
  return count > 0 ? i18n.t('update.changes', count) : i18n.t('update.unchanged');
}
