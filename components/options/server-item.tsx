import { i18n } from '#i18n';
import { AccessButton } from '../ui/access-button.tsx';
import { Button } from '../ui/button.tsx';
import type { ServerCheck } from './server-checks.ts';
import type { IdleServer, Server, ServersModel } from './servers-model.ts';

/** A server of the list: what it is, and the way off the list. */
export function ServerItem({ server, model }: { server: Server; model: ServersModel }) {
  const { site, host, check } = server;
  const doubtful = check?.kind === 'other' || check?.kind === 'unreachable';
  return (
    <li class="server">
      <span class="server-host">
        <Scheme address={site} />
        {host}
        {check && (
          <span class={doubtful ? 'server-check server-check-bad' : 'server-check'} role="status">
            {sentence(check)}
          </span>
        )}
      </span>
      <span class="server-actions">
        {doubtful && (
          <Button
            variant="quiet"
            label={i18n.t('options.checkAgainHost', [host])}
            onClick={() => void model.check(site)}
          >
            {i18n.t('options.checkAgain')}
          </Button>
        )}
        {server.builtIn ? (
          <span class="muted">{i18n.t('options.builtIn')}</span>
        ) : (
          <Button variant="quiet" onClick={() => void model.remove(server)}>
            {i18n.t('options.remove', [host])}
          </Button>
        )}
      </span>
      {server.outOfReach && <AccessButton pattern={site} />}
    </li>
  );
}

/** A server on which the extension does not work, and the one click for it. */
export function IdleServerItem({ server, model }: { server: IdleServer; model: ServersModel }) {
  return (
    <li class="server">
      <span class="server-host">
        <Scheme address={server.address} />
        {server.host}
        <span class="server-check">{i18n.t(`options.idle.${server.why}`)}</span>
      </span>
      <Button onClick={() => void model.enable(server.address)}>
        {i18n.t('options.enable', [server.host])}
      </Button>
    </li>
  );
}

/** Named only where it is not the usual https. */
function Scheme({ address }: { address: string }) {
  return address.startsWith('http:') ? <span class="muted">http://</span> : null;
}

function sentence(check: ServerCheck): string {
  if (check.kind !== 'rspace') return i18n.t(`options.check.${check.kind}`);
  return check.version ? i18n.t('options.check.version', [check.version]) : i18n.t('options.check.rspace');
}
