import { i18n } from '#i18n';
import { keepWhileComposing } from '../ui/composing.ts';
import { Logo } from '../ui/logo.tsx';
import { CaliraSection } from './calira-section.tsx';
import { ColumnsSection } from './columns-section.tsx';
import { Help } from './help.tsx';
import { InsertedText } from './inserted-text.tsx';
import type { OptionsModel } from './options-model.ts';
import { PolicyNotice } from './policy-notice.tsx';
import { ServersSection } from './servers-section.tsx';
import { StayConnected } from './stay-connected.tsx';
import { TransferSection } from './transfer-section.tsx';

/** The options page. Whatever is changed here is in force at once. */
export function Options({ model }: { model: OptionsModel }) {
  const policy = model.policy.value;
  return (
    <>
      <header class="header">
        <Logo />
        <h1>{i18n.t('options.title')}</h1>
      </header>
      <main onKeyDownCapture={keepWhileComposing}>
        <PolicyNotice policy={policy} />
        {policy.settings.enabled !== false && (
          <>
            <CaliraSection model={model.calira} redirectUrl={model.redirectUrl} />
            <ServersSection model={model.servers} />
            <ColumnsSection model={model.columns} />
            <InsertedText model={model.insertedText} />
            <StayConnected model={model.stayConnected} />
            <TransferSection model={model.transfer} />
          </>
        )}
        {policy.settings.supportUrl && <Help url={policy.settings.supportUrl} />}
      </main>
    </>
  );
}
