import { useSignal } from '@preact/signals';
import { i18n } from '#i18n';
import { Button } from '../ui/button.tsx';

/** The address that an administrator registers in Calira, to be copied exactly. */
export function RedirectUrl({ url }: { url: string }) {
  const outcome = useSignal<'copied' | 'notCopied' | null>(null);
  const copy = async () => {
    outcome.value = await navigator.clipboard.writeText(url).then(
      () => 'copied' as const,
      () => 'notCopied' as const,
    );
  };
  return (
    <div class="field">
      <span id="redirect-label" class="label">
        {i18n.t('options.redirectUrl')}
      </span>
      <div class="line">
        <code class="redirect-url">{url}</code>
        <Button describedBy="redirect-label" onClick={() => void copy()}>
          {i18n.t('options.copy')}
        </Button>
      </div>
      <p class="muted">{i18n.t('options.redirectUrlHint')}</p>
      <p class="outcome" role="status">
        {outcome.value && i18n.t(`options.${outcome.value}`)}
      </p>
    </div>
  );
}
