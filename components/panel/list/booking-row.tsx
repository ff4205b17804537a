import type { Signal } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import type { BookingRow } from '../../../utils/bookings/booking.ts';
import { statusTone } from '../../../utils/bookings/status.ts';
import { isNamed } from '../../../utils/rspace/output/named-bookings.ts';
import { Icon } from '../../ui/icons.tsx';
import type { PanelModel } from '../panel-model.ts';
import type { MoveKey } from './booking-keys.ts';
import { actionOf } from './booking-keys.ts';
import { LateDetails } from './late-details.tsx';
import { MarkedText } from './marked-text.tsx';
import { divider, equipmentName, factsOf } from './row-facts.ts';

interface BookingRowProps {
  model: PanelModel;
  row: BookingRow;
  /** Under which it stands (`2026-11-23`). */
  day: string;
  /** The booking that the arrow keys have come to, or in whose row the focus is. */
  focused: Signal<string | null>;
  isTabStop: boolean;
  onMove: (from: string, key: MoveKey, extending: boolean) => void;
  /** Told how high the details are, which nobody knows before they are there. */
  onMeasure: (id: string, height: number) => void;
  top: number;
  index: number;
}

/** One booking: equipment first, then when, for how long, by whom and where. A click anywhere selects it. */
export function BookingRowView(props: BookingRowProps) {
  const { model, row, day, focused, isTabStop, onMove, onMeasure, top, index } = props;
  const { list, find } = model;
  const box = useRef<HTMLInputElement>(null);
  const selected = model.selection.ids.value.has(row.id);
  const expanded = list.expanded.value.has(row.id);
  const words = find.words.value;
  const inDocument = isNamed(row, model.inDocument.value);
  const missing = model.bookings.unavailable.value.has(row.id);
  const facts = useMemo(() => factsOf(model, row, day), [row, day, words, missing, find.sort.value.column]);

  /** Whether Shift was held with the space bar: the click that comes of it does not tell in every browser. */
  const shifted = useRef(false);
  const select = (event: MouseEvent) => {
    if (event.shiftKey || (event.detail === 0 && shifted.current)) list.selectTo(row.id);
    else list.toggle(row.id);
    // A box that was ticked and stays so has changed for the browser and not for Preact.
    if (box.current) box.current.checked = model.selection.ids.value.has(row.id);
  };
  const expand = (open: boolean) => {
    const next = new Set(list.expanded.value);
    if (open) next.add(row.id);
    else next.delete(row.id);
    list.expanded.value = next;
  };

  function onKeyDown(event: KeyboardEvent): void {
    if (!event.isTrusted || event.target !== box.current) return;
    const action = actionOf(event);
    shifted.current = event.shiftKey;
    if (!action) return;
    event.preventDefault();
    if (action.kind === 'move') onMove(row.id, action.key, event.shiftKey);
    else if (action.kind === 'selectAll') list.toggleAll();
    else expand(action.kind === 'expand' || (action.kind === 'toggleDetails' && !expanded));
  }

  return (
    <div
      class={`booking ${selected ? 'booking-selected' : ''}`}
      role="row"
      aria-rowindex={index}
      aria-selected={selected}
      style={{ top: `${top}px` }}
      onFocusIn={() => {
        focused.value = row.id;
      }}
      onKeyDown={onKeyDown}
    >
      <div
        class="booking-glance"
        role="presentation"
        onClick={(event) => {
          if (event.isTrusted && event.target !== box.current) select(event);
        }}
      >
        <span class="booking-check" role="gridcell">
          <input
            ref={box}
            type="checkbox"
            tabIndex={isTabStop ? 0 : -1}
            aria-label={i18n.t('panel.selectBooking', [row.id])}
            checked={selected}
            onClick={(event) => {
              if (event.isTrusted) select(event);
            }}
          />
        </span>
        <span class="booking-text" role="gridcell">
          <span class="booking-equipment">
            <MarkedText text={equipmentName(row)} words={words} />
          </span>
          {row.status && <span class={`status status-${statusTone(row.status)}`}>{row.status}</span>}
          <span class="booking-facts">
            <span class="booking-when">
              <MarkedText text={facts.when} words={words} />
            </span>
            <span class="booking-what">
              {(inDocument || facts.what) && <span class="booking-divider">{divider}</span>}
              {inDocument && (
                <span class="in-document">{i18n.t('row.inDocument') + (facts.what && divider)}</span>
              )}
              <MarkedText text={facts.what} words={words} />
            </span>
          </span>
        </span>
        <span role="gridcell">
          <button
            type="button"
            class="icon-button booking-more"
            tabIndex={-1}
            aria-expanded={expanded}
            aria-label={i18n.t('row.details', [row.id])}
            title={i18n.t('row.details', [row.id])}
            onClick={(event) => {
              if (!event.isTrusted) return;
              event.stopPropagation();
              expand(!expanded);
            }}
          >
            <Icon name="chevron" />
          </button>
        </span>
      </div>
      {expanded && <LateDetails model={model} row={row} day={day} onMeasure={onMeasure} />}
    </div>
  );
}
