import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Failure } from '../../../utils/messages/failure.ts';
import { toFailure } from '../../../utils/messages/failure.ts';
import { Button } from '../../ui/button.tsx';
import { failureSentence } from '../../ui/failure-sentence.ts';
import { Notice } from '../../ui/notice.tsx';
import type { PanelModel } from '../panel-model.ts';

/** What covers the list, if anything does. */
export function PanelSheet({ model }: { model: PanelModel }) {
  const failure = useSignal<Failure | null>(null);
  const sheet = model.sheet.value;
  const close = () => {
    model.sheet.value = null;
  };
  useEffect(() => {
    failure.value = null;
    if (!sheet) return;
    model.tables.need().catch((thrown) => {
      failure.value = toFailure(thrown);
    });
  }, [sheet]);
  const tables = model.tables.here.value;
  if (!sheet) return null;
  if (tables) {
    const { ColumnsSheet, UpdateSheet } = tables;
    return sheet === 'columns' ? (
      <ColumnsSheet model={model} onClose={close} />
    ) : (
      <UpdateSheet model={model} onClose={close} />
    );
  }
  if (!failure.value) return null;
  return (
    <Notice tone="bad" actions={<Button onClick={close}>{i18n.t('panel.close')}</Button>}>
      {failureSentence(failure.value.code)}
    </Notice>
  );
}
