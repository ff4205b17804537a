import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { Button } from '../ui/button.tsx';
import type { SiteModel } from './site-model.ts';

/**
 * Whether the extension works on the page in front, and the switch for it. An RSpace that waits to be enabled is on
 * the list of what is missing, and so not here.
 */
export function SiteSection({ model }: { model: SiteModel }) {
  if (model.state.value === 'notEnabled' && !model.refused.value) return null;
  return (
    <section class="section" aria-labelledby="site-heading">
      <SiteState model={model} heading={<h2 id="site-heading">{i18n.t('popup.site')}</h2>} />
    </section>
  );
}

function SiteState({ model, heading }: { model: SiteModel; heading: ComponentChildren }) {
  const { site } = model;
  if (site.kind !== 'web') {
    return (
      <>
        {heading}
        <p>{site.kind === 'none' ? i18n.t('popup.noSite') : i18n.t('popup.insecureSite', [site.host])}</p>
      </>
    );
  }
  const enabled = model.enabled.value;
  const inChecklist = model.state.value === 'notEnabled';
  return (
    <>
      <div class="site">
        <div class="site-state">
          {heading}
          <p aria-live="polite">
            {site.host} <span class="muted">{i18n.t(enabled ? 'popup.enabled' : 'popup.notEnabled')}</span>
          </p>
        </div>
        {!inChecklist && !(enabled && model.builtIn.value) && (
          <Button
            variant={enabled ? 'quiet' : 'secondary'}
            onClick={() => void (enabled ? model.disable() : model.enable())}
          >
            {i18n.t(enabled ? 'popup.disable' : 'popup.enable', [site.host])}
          </Button>
        )}
      </div>
      {model.refused.value && (
        <p class="problem" role="alert">
          {i18n.t('popup.refused', [site.host])}
        </p>
      )}
    </>
  );
}
