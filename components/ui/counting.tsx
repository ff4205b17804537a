import { i18n } from '#i18n';

/**
 * In a live region, a count that goes up: a screen reader hears once that bookings are being loaded, not every number.
 * As long as nothing can be counted (an empty text), that is what everybody reads.
 */
export function Counting({ children }: { children: string }) {
  return (
    <>
      <span class={children && 'visually-hidden'}>{i18n.t('panel.loading')}</span>
      <span aria-live="off">{children}</span>
    </>
  );
}
