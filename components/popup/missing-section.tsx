import { i18n } from '#i18n';
import { Disclosure } from '../ui/disclosure.tsx';
import { MissingAuthorisation } from './missing-authorisation.tsx';
import { MissingBookings } from './missing-bookings.tsx';
import { MissingPanel } from './missing-panel.tsx';
import type { PopupModel } from './popup-model.ts';

/** The questions that people ask most, answered from what is known here and now. */
export function MissingSection({ model }: { model: PopupModel }) {
  return (
    <section class="missing">
      <Disclosure label={i18n.t('popup.missing.title')}>
        {() => (
          <>
            <Disclosure label={i18n.t('popup.missing.panel')}>
              {() => <MissingPanel model={model.site} />}
            </Disclosure>
            <Disclosure label={i18n.t('popup.missing.authorisation')}>
              {() => <MissingAuthorisation model={model} />}
            </Disclosure>
            <Disclosure label={i18n.t('popup.missing.bookings')}>
              {() => <MissingBookings model={model} />}
            </Disclosure>
          </>
        )}
      </Disclosure>
    </section>
  );
}
