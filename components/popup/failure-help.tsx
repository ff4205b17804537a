import { i18n } from '#i18n';
import type { Failure } from '../../utils/messages/failure.ts';
import { Button } from '../ui/button.tsx';
import type { PopupModel } from './popup-model.ts';

/** What helps against a failure besides trying again. */
export function FailureHelp({ failure: { code, detail }, model }: { failure: Failure; model: PopupModel }) {
  if (code === 'authPageFailed') {
    return (
      <a href={model.caliraAddress()} target="_blank" rel="noopener">
        {i18n.t('action.openCalira')}
      </a>
    );
  }
  if (code === 'unexpectedAnswer' && detail) {
    return (
      <Button variant="link" onClick={() => void navigator.clipboard.writeText(`${code}: ${detail}`)}>
        {i18n.t('action.copyDetails')}
      </Button>
    );
  }
  return null;
}
