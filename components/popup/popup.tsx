import { i18n } from '#i18n';
import { isSignedIn } from '../../utils/calira/connection.ts';
import { AccessButton } from '../ui/access-button.tsx';
import { Button } from '../ui/button.tsx';
import { Logo } from '../ui/logo.tsx';
import { ConnectionSection } from './connection-section.tsx';
import { ConnectionStatus } from './connection-status.tsx';
import { LabsSection } from './labs-section.tsx';
import { MissingSection } from './missing-section.tsx';
import type { PopupModel } from './popup-model.ts';
import { SetUp } from './set-up.tsx';
import { SiteSection } from './site-section.tsx';

/** The toolbar's popup: the connection, what is still missing, the labs, the site in front. */
export function Popup({ model }: { model: PopupModel }) {
  const connection = model.connection.value;
  const waiting = model.waiting.value;
  const { enabled, supportUrl } = model.policy.value.settings;
  if (enabled === false) return <SwitchedOff supportUrl={supportUrl} />;
  return (
    <>
      <header class="header">
        <Logo />
        <h1>{i18n.t('popup.title')}</h1>
        <ConnectionStatus connection={connection} />
      </header>
      <main>
        {model.outOfReach.value.map((pattern) => (
          <AccessButton key={pattern} pattern={pattern} />
        ))}
        <ConnectionSection model={model} />
        <SetUp model={model} />
        <LabsSection model={model} />
        <SiteSection model={model.site} inChecklist={waiting !== null && waiting.address === undefined} />
        <MissingSection model={model} />
      </main>
      <footer class="footer">
        <span class="footer-links">
          <a
            href="options.html"
            target="_blank"
            rel="noopener"
            onClick={(event) => {
              // The browser's own way finds options that are open already; the address serves a middle click.
              event.preventDefault();
              model.openOptions();
            }}
          >
            {i18n.t('popup.options')}
          </a>
          <Help url={supportUrl} />
        </span>
        {isSignedIn(connection) && (
          <Button variant="quiet" onClick={model.disconnect}>
            {i18n.t('popup.disconnect')}
          </Button>
        )}
      </footer>
    </>
  );
}

/** Where the institution helps its people, if its policy says so. */
function Help({ url }: { url: string | undefined }) {
  if (!url) return null;
  return (
    <a href={url} target="_blank" rel="noopener">
      {i18n.t('popup.help')}
    </a>
  );
}

/** Where the institution's policy says `enabled: false`. */
function SwitchedOff({ supportUrl }: { supportUrl: string | undefined }) {
  return (
    <>
      <header class="header">
        <Logo />
        <h1>{i18n.t('popup.title')}</h1>
      </header>
      <main>
        <p class="switched-off" role="status">
          {i18n.t('managed.switchedOff')} <Help url={supportUrl} />
        </p>
      </main>
    </>
  );
}
