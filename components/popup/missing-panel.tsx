import { i18n } from '#i18n';
import { isDocumentPath } from '../../utils/rspace/sites/document-page.ts';
import { Button } from '../ui/button.tsx';
import type { SiteModel } from './site-model.ts';

/** Why there may be no panel on the page in front. */
export function MissingPanel({ model }: { model: SiteModel }) {
  const { site } = model;
  if (site.kind === 'none') return <p>{`${i18n.t('popup.noSite')} ${i18n.t('popup.missing.panelPlace')}`}</p>;
  if (site.kind === 'insecure') return <p>{i18n.t('popup.insecureSite', [site.host])}</p>;
  if (!model.enabled.value && model.isRSpace.value === false) {
    return <p>{`${i18n.t('popup.missing.notRSpace', [site.host])} ${i18n.t('popup.noSite')}`}</p>;
  }
  if (!model.enabled.value) {
    return (
      <>
        <p>{i18n.t('popup.missing.siteNotEnabled', [site.host])}</p>
        <Button onClick={() => void model.enable()}>{i18n.t('popup.enable', [site.host])}</Button>
      </>
    );
  }
  const onDocument = isDocumentPath(new URL(site.url).pathname);
  return (
    <>
      <p>{i18n.t('popup.missing.siteEnabled', [site.host])}</p>
      <p>{i18n.t(onDocument ? 'popup.missing.onDocument' : 'popup.missing.notDocument')}</p>
      <p>{i18n.t('popup.missing.panelPlace')}</p>
    </>
  );
}
