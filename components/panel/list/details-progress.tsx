import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import { numberText } from '../../../utils/bookings/number-text.ts';
import type { PanelModel } from '../panel-model.ts';

/** What is loaded sooner needs no telling: at every scroll something would flicker (milliseconds). */
const patience = 400;

/** How many of the rows in view, and of those selected, have their details, where that takes long. Nothing moves for it. */
export function DetailsProgress({ model: { bookings, check, find, handover } }: { model: PanelModel }) {
  const both = [bookings.looking.value, handover.ahead.value];
  const wanted = new Set(both.flatMap(({ inView }) => inView));
  const underWay = new Set(both.flatMap((looking) => looking.underWay));
  const open = [...wanted].filter((id) => underWay.has(id) && !bookings.isComplete(id)).length;
  // The list's own progress, and that of a search, are told beside it.
  const toldElsewhere = bookings.state.value.kind === 'loading' || check.state.value.kind === 'checking';
  if (!useLasting(open > 0 && !toldElsewhere)) return null;
  const number = (value: number) => numberText(value, find.place.locale);
  const [done, total] = [wanted.size - open, wanted.size];
  return (
    <>
      <span class="details-count">{` · ${i18n.t('panel.detailsCount', [number(done), number(total)])}`}</span>
      <progress
        class="loading-bar summary-bar"
        aria-label={i18n.t('find.checking')}
        max={total}
        value={done}
      />
    </>
  );
}

/** @returns whether something is the case, and has been for a while. */
function useLasting(is: boolean): boolean {
  const lasting = useSignal(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      lasting.value = is;
    }, patience);
    return () => {
      clearTimeout(timer);
      lasting.value = false;
    };
  }, [is]);
  return is && lasting.value;
}
