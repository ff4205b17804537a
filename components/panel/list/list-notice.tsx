import { i18n } from '#i18n';
import type { Failure } from '../../../utils/messages/failure.ts';
import { Button } from '../../ui/button.tsx';
import { failureExplanation } from '../../ui/failure-explanation.ts';
import { Notice } from '../../ui/notice.tsx';
import { RetryCountdown } from '../connection/retry-countdown.tsx';
import type { PanelModel } from '../panel-model.ts';

/** Failures that the connection's own notice tells about. */
const toldElsewhere = new Set(['expired', 'disconnected', 'notConfigured', 'cancelled']);

/** The set-up has the button for labs; for an API that is not included nobody here has one. */
const helpedElsewhere = new Set(['noLabs', 'forbidden']);

/** @returns whether the notice about a failure has the button by which the list is read again. */
export function offersRetry({ code }: Failure): boolean {
  return !toldElsewhere.has(code) && !helpedElsewhere.has(code);
}

/** What went wrong with the list, with the button that helps; what was loaded stays below. */
export function ListNotice({ model }: { model: PanelModel }) {
  const state = model.bookings.state.value;
  const failure = 'failure' in state ? state.failure : null;
  if (!failure || toldElsewhere.has(failure.code)) return null;
  return (
    <Notice tone="bad" actions={<FailureAction failure={failure} model={model} />}>
      {failureExplanation(failure)}
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
  if (!offersRetry(failure)) return null;
  return <Button onClick={() => void model.bookings.load()}>{i18n.t('action.retry')}</Button>;
}
