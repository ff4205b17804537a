import { signal } from '@preact/signals';
import type { RSpaceAnswer } from '../../utils/rspace/editor/ask-rspace.ts';
import { askRSpace } from '../../utils/rspace/editor/ask-rspace.ts';
import { siteAddresses } from '../../utils/rspace/sites/sites.ts';
import { hostOfSite } from '../../utils/site-pattern.ts';
import { mayReach } from '../ui/host-access.ts';

/** What a listed server said when it was asked whether it is an RSpace. */
export type ServerCheck = RSpaceAnswer | { kind: 'asking' };

/** Asks listed servers, each at the address at which it was enabled. */
export function createServerChecks() {
  const checks = signal<ReadonlyMap<string, ServerCheck>>(new Map());

  function tell(site: string, check: ServerCheck): void {
    checks.value = new Map(checks.value).set(site, check);
  }

  /** Asks one server. A pattern for many servers, and one out of reach, cannot be asked. */
  async function check(site: string): Promise<void> {
    if (hostOfSite(site).startsWith('*.') || !(await mayReach(site))) return;
    tell(site, { kind: 'asking' });
    tell(site, await askRSpace((await siteAddresses.get())[site] ?? site.replace(/\*$/, '')));
  }

  return {
    checks,
    check,
    /** Asks those that were not asked yet. */
    async checkNew(sites: readonly string[]): Promise<void> {
      await Promise.all(sites.filter((site) => !checks.value.has(site)).map(check));
    },
  };
}
