import { useSignal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { hostOfSite } from '../../utils/site-pattern.ts';
import { Button } from './button.tsx';

/** Asks the browser for access to a host that the settings name but that the extension may not reach. */
export function AccessButton({ pattern }: { pattern: string }) {
  const refused = useSignal(false);
  const host = hostOfSite(pattern);
  const allow = async () => {
    // First of all: a browser asks only while it handles the click. What it grants, it tells everybody.
    const granted = await browser.permissions.request({ origins: [pattern] }).catch(() => false);
    refused.value = !granted;
  };
  return (
    <div class="access">
      <p>{i18n.t(refused.value ? 'options.refused' : 'options.outOfReach', [host])}</p>
      <Button onClick={() => void allow()}>{i18n.t('options.allow', [host])}</Button>
    </div>
  );
}
