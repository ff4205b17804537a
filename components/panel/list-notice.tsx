import { i18n } from '#i18n';
import type { Failure } from '../../utils/messages/failure.ts';
import { Button } from '../ui/button.tsx';
import { failureSentence } from '../ui/failure-sentence.ts';
import { Notice } from '../ui/notice.tsx';
import type { PanelModel } from './panel-model.ts';
import { RetryCountdown } from './retry-countdown.tsx';

/** Failures that the connection's own notice tells about. */
const toldElsewhere = new Set(['expired', 'disconnected', 'notConfigured', 'cancelled']);

/** What went wrong with the list, with the button that helps; what was loaded stays below. */
export function ListNotice({ model }: { model: PanelModel }) {
  const state = model.bookings.state.value;
  const failure = state.kind === 'failed' || state.kind === 'ready' ? state.failure : null;
  if (!failure || toldElsewhere.has(failure.code)) return null;
  return (
    <Notice tone="bad" actions={<FailureAction failure={failure} model={model} />}>
      {failureSentence(failure.code)}
      {failure.code === 'rateLimited' && (
        <>
          {' '}
          <RetryCountdown
            key={failure}
            wait={failure.retryAfter ?? 10_000}
            onEnd={() => void model.bookings.load()}
          />
        </>
      )}
    </Notice>
  );
}

function FailureAction({ failure, model }: { failure: Failure; model: PanelModel }) {
  if (failure.code === 'noLabs')
    return <Button onClick={model.connect}>{i18n.t('action.chooseLabs')}</Button>;
  if (failure.code === 'forbidden') return null;
  return <Button onClick={() => void model.bookings.load()}>{i18n.t('action.retry')}</Button>;
}
