import { i18n } from '#i18n';
import { numberText } from '../../../utils/bookings/number-text.ts';
import { Button } from '../../ui/button.tsx';
import { failureSentence } from '../../ui/failure-sentence.ts';
import type { PanelModel } from '../panel-model.ts';

/** How many bookings have been looked at for what only their details tell, and the way to stop or to go on. */
export function CheckProgress({ model: { check, find } }: { model: PanelModel }) {
  const state = check.state.value;
  const { checked, total, open } = check.progress.value;
  const failed = check.failed.value.size;
  const number = (value: number) => numberText(value, find.place.locale);
  if (state.kind === 'idle' && failed === 0 && open === 0) return null;
  const failure = state.kind === 'stopped' ? state.failure : null;
  return (
    <div class="check-progress">
      {state.kind === 'checking' && (
        <progress class="loading-bar" aria-label={i18n.t('find.checking')} max={total} value={checked} />
      )}
      <span>
        {open > 0
          ? i18n.t('find.checked', [number(checked), number(total)])
          : i18n.t('panel.missing', failed, [number(failed)])}
        {failure && ` · ${failureSentence(failure.code)}`}
        {state.kind === 'checking' && <Step label={i18n.t('find.stop')} onClick={check.stop} />}
        {(state.kind === 'stopped' || (state.kind === 'idle' && failed > 0)) && (
          <Step label={i18n.t(failed > 0 ? 'action.retry' : 'find.goOn')} onClick={check.goOn} />
        )}
      </span>
    </div>
  );
}

function Step({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <>
      {' · '}
      <Button variant="link" onClick={onClick}>
        {label}
      </Button>
    </>
  );
}
