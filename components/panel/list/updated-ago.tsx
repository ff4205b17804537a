import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import { formatAgo, formatInstant } from '../../../utils/bookings/time.ts';
import { displayLocale, ownZone } from '../locale.ts';

/** What it says changes with the minutes (milliseconds). */
const tick = 30_000;

/** How old the list is, in the person's words; the exact time is there for who points at it. */
export function UpdatedAgo({ at }: { at: number | null }) {
  const now = useSignal(Date.now());
  useEffect(() => {
    const look = () => {
      now.value = Date.now();
    };
    look();
    const timer = setInterval(look, tick);
    return () => clearInterval(timer);
  }, [at]);
  if (at === null) return null;
  const locale = displayLocale();
  const ago = formatAgo(now.value - at, locale);
  return (
    <span class="muted" title={formatInstant(at, ownZone(), locale)}>
      {ago === null ? i18n.t('panel.updatedNow') : i18n.t('panel.updated', [ago])}
    </span>
  );
}
