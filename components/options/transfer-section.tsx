import { useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '../ui/button.tsx';
import type { TransferModel, TransferOutcome } from './transfer-model.ts';

/** The settings as a file, and the report for whoever helps. */
export function TransferSection({ model }: { model: TransferModel }) {
  const input = useRef<HTMLInputElement>(null);
  const outcome = model.outcome.value;
  const bad = outcome === 'notSettings' || outcome === 'notSaved' || outcome === 'reportNotCopied';
  return (
    <section aria-labelledby="transfer-heading">
      <h2 id="transfer-heading">{i18n.t('options.transfer.heading')}</h2>
      <p class="muted">{i18n.t('options.transfer.hint')}</p>
      <div class="line">
        <Button onClick={() => void model.export()}>{i18n.t('options.transfer.export')}</Button>
        <Button onClick={() => input.current?.click()}>{i18n.t('options.transfer.import')}</Button>
        <input
          ref={input}
          type="file"
          accept="application/json,.json"
          hidden
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            if (file) void model.import(file);
            // The same file may be chosen again.
            currentTarget.value = '';
          }}
        />
      </div>
      <p class="muted">{i18n.t('options.transfer.reportHint')}</p>
      <div class="line">
        <Button onClick={() => void model.copyReport()}>{i18n.t('options.transfer.report')}</Button>
      </div>
      <p class={`outcome ${bad ? 'outcome-bad' : ''}`} role="status">
        {outcome && sentence(outcome)}
      </p>
    </section>
  );
}

function sentence(outcome: TransferOutcome): string {
  return outcome === 'notSaved' ? i18n.t('options.problem.notSaved') : i18n.t(`options.transfer.${outcome}`);
}
