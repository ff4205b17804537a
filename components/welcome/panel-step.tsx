import { i18n } from '#i18n';
import { PanelPicture } from './pictures.tsx';
import { Step } from './step.tsx';
import type { WelcomeModel } from './welcome-model.ts';

/** Where the panel is, and what opens it. */
export function PanelStep({ model }: { model: WelcomeModel }) {
  return (
    <Step number={3} heading={i18n.t('welcome.panelHeading')} picture={<PanelPicture />}>
      <p>{i18n.t('welcome.panel', [i18n.t('panel.open')])}</p>
      {model.keys && (
        <p>
          {i18n.t('welcome.keys')} <kbd>{model.keys}</kbd>
        </p>
      )}
      <p>{i18n.t('welcome.otherSite')}</p>
    </Step>
  );
}
