import { batch, computed, signal } from '@preact/signals';
import { disableSite, enableSite } from '../../utils/rspace/sites/enable-site.ts';
import { builtInSites, enabledSites, excludedSites } from '../../utils/rspace/sites/sites.ts';
import { hostPattern } from '../../utils/settings/address.ts';
import { hostOfSite } from '../../utils/site-pattern.ts';
import { mayReach, onAccessChange } from '../ui/host-access.ts';
import { offeredSitesSignal } from '../ui/offered-sites-signal.ts';
import { storedSignal } from '../ui/stored-signal.ts';
import type { Problem } from './checks.ts';
import { checkAddress } from './checks.ts';
import type { ServerCheck } from './server-checks.ts';
import { createServerChecks } from './server-checks.ts';

export type ServersModel = Awaited<ReturnType<typeof createServersModel>>;

/** How the latest Add, Enable or Remove ended. */
export type ServersOutcome =
  | { kind: 'enabled' | 'removed' | 'known' | 'refused'; host: string }
  | { kind: 'problem'; problem: Problem };

export interface Server {
  site: string;
  host: string;
  builtIn: boolean;
  /** Whether the browser has (meanwhile) taken the permission away. */
  outOfReach: boolean;
  /** Whether it is an RSpace; null while nobody has asked it. */
  check: ServerCheck | null;
}

/** A server on which the extension does not work, and could. */
export interface IdleServer {
  address: string;
  host: string;
  /** Disabled by the person, or named by the institution's policy. */
  why: 'excluded' | 'offered';
}

/** The RSpace servers on which the extension is enabled. */
export async function createServersModel() {
  const [sites, excluded, offered] = await Promise.all([
    storedSignal(enabledSites),
    storedSignal(excludedSites),
    offeredSitesSignal(),
  ]);
  const outOfReach = signal<ReadonlySet<string>>(await outOfReachOf(sites.value));
  const { checks, check, checkNew } = createServerChecks();
  const text = signal('');
  const outcome = signal<ServersOutcome | null>(null);

  const lookAgain = async () => {
    outOfReach.value = await outOfReachOf(sites.value);
    await checkNew(sites.value);
  };
  onAccessChange(lookAgain);
  sites.subscribe(() => void lookAgain());

  async function enable(address: string): Promise<void> {
    const kind = await enableSite(address);
    batch(() => {
      outcome.value = { kind, host: hostOfSite(hostPattern(address)) };
      if (kind === 'enabled') text.value = '';
    });
    if (kind !== 'refused') await check(hostPattern(address));
  }

  return {
    text,
    outcome,
    servers: computed<Server[]>(() =>
      sites.value
        .filter((site) => !excluded.value.includes(site))
        .map((site) => ({
          site,
          host: hostOfSite(site),
          builtIn: builtInSites.includes(site),
          outOfReach: outOfReach.value.has(site),
          check: checks.value.get(site) ?? null,
        })),
    ),
    idle: computed<IdleServer[]>(() => {
      const idle = (address: string, why: IdleServer['why']) => ({
        address,
        host: new URL(address).hostname,
        why,
      });
      const own = excluded.value.map((site) => idle(site.replace(/\*$/, ''), 'excluded'));
      const others = offered.value.filter(
        (address) => !own.some(({ host }) => idle(address, 'offered').host === host),
      );
      return [...own, ...others.map((address) => idle(address, 'offered'))];
    }),
    edit(next: string): void {
      text.value = next;
      outcome.value = null;
    },
    async add(): Promise<void> {
      const checked = checkAddress(text.value);
      if (checked.ok) await enable(checked.value);
      else outcome.value = { kind: 'problem', problem: checked.problem };
    },
    enable,
    async remove({ site, host }: Server): Promise<void> {
      await disableSite(site);
      outcome.value = { kind: 'removed', host };
    },
    check,
  };
}

async function outOfReachOf(sites: readonly string[]): Promise<ReadonlySet<string>> {
  const answers = await Promise.all(sites.map(mayReach));
  return new Set(sites.filter((_, index) => !answers[index]));
}
