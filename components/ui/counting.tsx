import { i18n } from '#i18n';

/** In a live region, a count that goes up: a screen reader hears once that bookings are being loaded, not every number. */
export function Counting({ children }: { children: string }) {
  return (
    <>
      <span class="visually-hidden">{i18n.t('panel.loading')}</span>
      <span aria-live="off">{children}</span>
    </>
  );
}
