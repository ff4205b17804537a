import { i18n } from '#i18n';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import type { PanelModel } from './panel-model.ts';

/** Labs that wait for the person's decision, and labs that Calira no longer grants: one line each. */
export function LabsNotice({ model }: { model: PanelModel }) {
  const labs = model.labs.value;
  if (!labs || model.connection.value?.state !== 'connected') return null;
  const names = (list: readonly { name: string }[]) => list.map(({ name }) => name).join(', ');
  return (
    <>
      {labs.new.length > 0 && (
        <Notice actions={<Button onClick={model.openLabs}>{i18n.t('panel.authorise')}</Button>}>
          {i18n.t('panel.newLabs', labs.new.length, [String(labs.new.length), names(labs.new)])}
        </Notice>
      )}
      {labs.lost.length > 0 && <Notice>{i18n.t('panel.lostLabs', [names(labs.lost)])}</Notice>}
    </>
  );
}
