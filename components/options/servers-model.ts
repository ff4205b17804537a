import { computed, signal } from '@preact/signals';
import { disableSite, enabledSites, enableSite, hostOfSite, isBuiltIn } from '../../utils/rspace/sites.ts';
import { hostPattern } from '../../utils/settings/address.ts';
import { mayReach, onAccessChange } from '../ui/host-access.ts';
import { storedSignal } from '../ui/stored-signal.ts';
import type { Problem } from './checks.ts';
import { checkAddress } from './checks.ts';

export type ServersModel = Awaited<ReturnType<typeof createServersModel>>;

/** How the latest Add or Remove ended. */
export type ServersOutcome =
  | { kind: 'enabled' | 'removed' | 'known' | 'refused'; host: string }
  | { kind: 'problem'; problem: Problem };

export interface Server {
  site: string;
  host: string;
  builtIn: boolean;
  /** Whether the browser has (meanwhile) taken the permission away. */
  outOfReach: boolean;
}

/** The RSpace servers on which the extension is enabled. */
export async function createServersModel() {
  const sites = await storedSignal(enabledSites);
  const outOfReach = signal<ReadonlySet<string>>(await outOfReachOf(sites.value));
  const text = signal('');
  const outcome = signal<ServersOutcome | null>(null);

  const lookAgain = async () => {
    outOfReach.value = await outOfReachOf(sites.value);
  };
  onAccessChange(lookAgain);
  sites.subscribe(() => void lookAgain());

  async function add(): Promise<void> {
    const checked = checkAddress(text.value);
    if (!checked.ok) {
      outcome.value = { kind: 'problem', problem: checked.problem };
      return;
    }
    const kind = await enableSite(checked.value);
    outcome.value = { kind, host: hostOfSite(hostPattern(checked.value)) };
    if (kind === 'enabled') text.value = '';
  }

  async function remove({ site, host }: Server): Promise<void> {
    await disableSite(site);
    outcome.value = { kind: 'removed', host };
  }

  return {
    text,
    outcome,
    servers: computed<Server[]>(() =>
      sites.value.map((site) => ({
        site,
        host: hostOfSite(site),
        builtIn: isBuiltIn(site),
        outOfReach: outOfReach.value.has(site),
      })),
    ),
    edit(next: string): void {
      text.value = next;
      outcome.value = null;
    },
    add,
    remove,
  };
}

async function outOfReachOf(sites: readonly string[]): Promise<ReadonlySet<string>> {
  const answers = await Promise.all(sites.map(mayReach));
  return new Set(sites.filter((_, index) => !answers[index]));
}
