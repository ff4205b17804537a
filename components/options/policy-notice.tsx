import { i18n } from '#i18n';
import type { ManagedKey, Policy } from '../../utils/settings/managed.ts';
import { Notice } from '../ui/notice.tsx';

const shownHere = [
  'clientId',
  'clientSecret',
  'caliraWebUrl',
  'caliraApiUrl',
  'columns',
  'stayConnected',
] as const satisfies ManagedKey[];

/** What the institution's policy means for this page. Nothing where there is none. */
export function PolicyNotice({ policy: { settings, unusable } }: { policy: Policy }) {
  const off = settings.enabled === false;
  const some = off || shownHere.some((key) => settings[key] !== undefined);
  return (
    <>
      {unusable.length > 0 && <Notice tone="bad">{i18n.t('managed.unusable', [unusable.join(', ')])}</Notice>}
      {some && <Notice>{i18n.t(off ? 'managed.switchedOff' : 'managed.some')}</Notice>}
    </>
  );
}
