import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import type { BookingDetailsProps } from './booking-details.tsx';

/** Everything that is known of a booking. What draws it comes with what makes tables: few rows are ever expanded. */
export function LateDetails(props: BookingDetailsProps) {
  const { tables } = props.model;
  const failed = useSignal(false);
  useEffect(() => {
    tables.need().catch(() => {
      failed.value = true;
    });
  }, []);
  const here = tables.here.value;
  if (here) return <here.BookingDetailsView {...props} />;
  if (!failed.value) return null;
  return (
    <div
      class="booking-details"
      role="alert"
      ref={(element) => {
        if (element) props.onMeasure(props.row.id, element.offsetHeight);
      }}
    >
      {i18n.t('panel.detailsMissing')}
    </div>
  );
}
