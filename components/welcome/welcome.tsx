import { i18n } from '#i18n';
import { Logo } from '../ui/logo.tsx';
import { ConnectStep } from './connect-step.tsx';
import { LabsStep } from './labs-step.tsx';
import { PanelStep } from './panel-step.tsx';
import type { WelcomeModel } from './welcome-model.ts';

/** Opens once, after the installation: what the extension does, and the three steps to the first booking. */
export function Welcome({ model }: { model: WelcomeModel }) {
  const switchedOff = model.policy.value.settings.enabled === false;
  return (
    <>
      <header class="header">
        <Logo />
        <h1>{i18n.t('extension.name')}</h1>
      </header>
      <main>
        <p class="introduction">{i18n.t(switchedOff ? 'managed.switchedOff' : 'welcome.introduction')}</p>
        {!switchedOff && (
          <>
            <ol class="steps">
              <ConnectStep model={model} />
              <LabsStep model={model} />
              <PanelStep model={model} />
            </ol>
            <p class="afterwards">{i18n.t('welcome.afterwards')}</p>
          </>
        )}
      </main>
    </>
  );
}
