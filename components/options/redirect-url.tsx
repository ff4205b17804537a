import { useSignal } from '@preact/signals';
import { i18n } from '#i18n';
import { Button } from '../ui/button.tsx';

/** The address that an administrator registers in Calira, to be copied exactly. */
export function RedirectUrl({ url }: { url: string }) {
  return (
    <div class="field">
      <span id="redirect-label" class="label">
        {i18n.t('options.redirectUrl')}
      </span>
      <CopiedUrl url={url} labelledBy="redirect-label" hint={i18n.t('options.redirectUrlHint')} />
    </div>
  );
}

/** An address with a button that copies it. @param labelledBy the id of the element that says what it is. */
export function CopiedUrl({ url, labelledBy, hint }: { url: string; labelledBy: string; hint?: string }) {
  const outcome = useSignal<'copied' | 'notCopied' | null>(null);
  const copy = async () => {
    outcome.value = await navigator.clipboard.writeText(url).then(
      () => 'copied' as const,
      () => 'notCopied' as const,
    );
  };
  return (
    <>
      <div class="line">
        <code class="redirect-url">{url}</code>
        <Button describedBy={labelledBy} onClick={() => void copy()}>
          {i18n.t('options.copy')}
        </Button>
      </div>
      {hint && <p class="muted">{hint}</p>}
      <p class="outcome" role="status">
        {outcome.value && i18n.t(outcome.value === 'copied' ? 'options.copied' : 'options.notCopied')}
      </p>
    </>
  );
}
