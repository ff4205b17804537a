import { i18n } from '#i18n';
import type { BookingRow } from '../../../utils/bookings/booking.ts';
import { numberText } from '../../../utils/bookings/number-text.ts';
import { Button } from '../../ui/button.tsx';
import { Counting } from '../../ui/counting.tsx';
import { failureSentence } from '../../ui/failure-sentence.ts';
import { Notice } from '../../ui/notice.tsx';
import { displayLocale } from '../locale.ts';
import type { PanelModel } from '../panel-model.ts';
import type { Handover } from './handover-model.ts';

const number = (value: number) => numberText(value, displayLocale());

/** How far an insertion or a copy has come, what holds it up, and how it ended. */
export function HandoverNotice({ model }: { model: PanelModel }) {
  const { handover } = model;
  const state = handover.state.value;
  switch (state.kind) {
    case 'idle':
      return null;
    case 'opening':
      return (
        <Notice actions={<Button onClick={handover.cancel}>{i18n.t('action.cancel')}</Button>}>
          {state.field.name ? i18n.t('panel.opening', [state.field.name]) : i18n.t('panel.openingDocument')}
        </Notice>
      );
    case 'preparing':
      return (
        <Notice actions={<Button onClick={handover.cancel}>{i18n.t('action.cancel')}</Button>}>
          <Counting>{i18n.t('panel.preparing', [number(state.done), number(state.total)])}</Counting>
        </Notice>
      );
    case 'incomplete':
      return (
        <Notice
          tone="bad"
          actions={
            <>
              <Button variant="primary" onClick={() => void handover.again(state.purpose)}>
                {i18n.t('action.retry')}
              </Button>
              {state.complete.length > 0 && (
                <Button onClick={() => void handover.proceed()}>
                  {i18n.t('panel.withoutMissing', state.complete.length)}
                </Button>
              )}
              <Button variant="quiet" onClick={handover.cancel}>
                {i18n.t('action.cancel')}
              </Button>
            </>
          }
        >
          {i18n.t('panel.incomplete', state.missing.length, [number(state.missing.length)])}{' '}
          {namesOf(state.missing)}
        </Notice>
      );
    case 'ready':
      return (
        <Notice
          actions={
            <Button variant="primary" onClick={() => void handover.start('copy')}>
              {i18n.t('panel.copy')}
            </Button>
          }
        >
          {i18n.t('panel.readyToCopy')}
        </Notice>
      );
    case 'done':
      return (
        <>
          <Notice tone="good">{doneSentence(state)}</Notice>
          <NearlyFull bytes={state.nearlyFull} />
          {!state.confirmed && <Notice>{i18n.t('panel.unconfirmed')}</Notice>}
        </>
      );
    case 'failed':
      if (state.failure.code === 'expired')
        return (
          <Notice actions={<Button onClick={handover.cancel}>{i18n.t('action.cancel')}</Button>}>
            {i18n.t('panel.heldUp')}
          </Notice>
        );
      return (
        <Notice
          tone="bad"
          actions={<Button onClick={() => void handover.start('copy')}>{i18n.t('action.copyTable')}</Button>}
        >
          {failureSentence(state.failure.code)}
        </Notice>
      );
  }
}

/** So many bookings are named; of thousands the rest is counted. */
const mostNames = 8;

function namesOf(rows: readonly BookingRow[]): string {
  const names = rows.map(({ id, equipment }) => `${equipment?.name ?? ''} (${id})`.trim());
  const shown = names.slice(0, mostNames).join(', ');
  const rest = names.length - mostNames;
  return rest > 0 ? i18n.t('names.andMore', [shown, number(rest)]) : shown;
}

function doneSentence({ purpose, count, form, field, pieces }: Handover & { kind: 'done' }): string {
  if (purpose === 'copy' && pieces !== undefined) return i18n.t('panel.equipmentCopied', pieces);
  if (purpose === 'copy') return i18n.t(`panel.copied.${form}`, count, [number(count)]);
  const what =
    pieces === undefined
      ? i18n.t('panel.bookingsOf', count, [number(count)])
      : i18n.t('panel.equipmentOf', pieces);
  return field ? i18n.t('panel.insertedInto', [what, field]) : i18n.t('panel.inserted', [what]);
}

/** What is inserted next may not be saved any more. */
function NearlyFull({ bytes }: { bytes: number | null }) {
  if (bytes === null) return null;
  const megabytes = new Intl.NumberFormat(displayLocale(), { maximumFractionDigits: 2 });
  return <Notice>{i18n.t('panel.nearlyFull', [megabytes.format(bytes / 1_000_000)])}</Notice>;
}
