import { i18n } from '#i18n';
import { breakable } from '../ui/breakable.tsx';
import { Button } from '../ui/button.tsx';
import { openPanel } from './open-panel.ts';
import type { SiteModel } from './site-model.ts';

/**
 * Whether the extension works on the page in front, and the switch for it. What waits to be done is on the list of
 * what is missing, and has no second button here.
 */
export function SiteSection({ model, inChecklist }: { model: SiteModel; inChecklist: boolean }) {
  const { site } = model;
  return (
    <section class="section" aria-labelledby="site-heading">
      {site.kind === 'web' ? (
        <WebSite model={model} host={site.host} inChecklist={inChecklist} />
      ) : (
        <>
          <h2 id="site-heading">{i18n.t('popup.site')}</h2>
          <p>{site.kind === 'none' ? i18n.t('popup.noSite') : i18n.t('popup.insecureSite', [site.host])}</p>
        </>
      )}
    </section>
  );
}

interface WebSiteProps {
  model: SiteModel;
  host: string;
  inChecklist: boolean;
}

function WebSite({ model, host, inChecklist }: WebSiteProps) {
  const enabled = model.enabled.value;
  const foreign = !enabled && model.isRSpace.value === false;
  return (
    <>
      <div class="site">
        <div class="site-state">
          <h2 id="site-heading">{i18n.t('popup.site')}</h2>
          <p aria-live="polite">
            {breakable(host)} <span class="muted">{stateOf(model)}</span>
          </p>
        </div>
        {!inChecklist && !foreign && (
          <Button
            variant={enabled ? 'quiet' : 'secondary'}
            onClick={() => void (enabled ? model.disable() : model.enable())}
          >
            {breakable(i18n.t(enabled ? 'popup.disable' : 'popup.enable', [host]))}
          </Button>
        )}
      </div>
      {model.refused.value && (
        <p class="problem" role="alert">
          {i18n.t('popup.refused', [host])}
        </p>
      )}
      {enabled && <PanelOnSite model={model} />}
    </>
  );
}

/** Whether it is on, and which RSpace it is. */
function stateOf({ enabled, isRSpace, answer }: SiteModel): string {
  if (!enabled.value && isRSpace.value === false) return i18n.t('popup.notRSpace');
  const told = answer.value?.kind === 'rspace' && answer.value.version;
  const version = told ? ` · ${i18n.t('popup.version', [told])}` : '';
  return i18n.t(enabled.value ? 'popup.enabled' : 'popup.notEnabled') + version;
}

/** The ways to the panel: from here, and by the button at the edge of the page, which not everybody wants there. */
function PanelOnSite({ model }: { model: SiteModel }) {
  return (
    <>
      {model.onDocument && model.fieldOpen.value !== false && (
        <Button onClick={() => void openPanel(model)}>{i18n.t('popup.openPanel')}</Button>
      )}
      {model.noPanel.value && <p role="alert">{i18n.t('popup.noPanel')}</p>}
      <label class="edge-button">
        <input
          type="checkbox"
          checked={model.buttonShown.value}
          onChange={(event) => {
            if (event.isTrusted) void model.setButton(event.currentTarget.checked);
          }}
        />
        {i18n.t('popup.edgeButton')}
      </label>
    </>
  );
}
