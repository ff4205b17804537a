import { i18n } from '#i18n';
import { Button } from '../../ui/button.tsx';
import { fewNames } from '../../ui/few-names.ts';
import { Notice } from '../../ui/notice.tsx';
import type { PanelModel } from '../panel-model.ts';

/** Labs that wait for the person's decision, and labs that Calira no longer grants: one line each. */
export function LabsNotice({ model }: { model: PanelModel }) {
  const labs = model.labs.value;
  if (!labs || model.connection.value?.state !== 'connected') return null;
  return (
    <>
      {labs.new.length > 0 && (
        <Notice actions={<Button onClick={model.openLabs}>{i18n.t('panel.authorise')}</Button>}>
          {i18n.t('panel.newLabs', labs.new.length, [String(labs.new.length), fewNames(labs.new)])}
        </Notice>
      )}
      {labs.lost.length > 0 && (
        <Notice actions={<Button onClick={model.dismissLost}>{i18n.t('panel.dismiss')}</Button>}>
          {i18n.t('panel.lostLabs', [fewNames(labs.lost)])}
        </Notice>
      )}
    </>
  );
}
