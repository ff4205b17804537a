import type { Signal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import type { BookingRow } from '../../utils/bookings/booking.ts';
import type { ListItem } from '../../utils/bookings/list-items.ts';
import { statusTone } from '../../utils/bookings/status.ts';
import { durationOf, formatDuration, formatPeriod } from '../../utils/bookings/time.ts';
import { displayLocale, ownZone } from './locale.ts';
import type { PanelModel } from './panel-model.ts';

const moveKeys = ['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End'] as const;
export type MoveKey = (typeof moveKeys)[number];

interface BookingRowProps {
  model: PanelModel;
  item: ListItem & { kind: 'booking' };
  /** The booking that the arrow keys have come to. */
  focused: Signal<string | null>;
  isTabStop: boolean;
  onMove: (from: string, key: MoveKey) => void;
  top: number;
  index: number;
}

/** One booking: equipment first, then when, for how long, by whom and where. A click anywhere selects it. */
export function BookingRowView({ model, item, focused, isTabStop, onMove, top, index }: BookingRowProps) {
  const { row, day } = item;
  const box = useRef<HTMLInputElement>(null);
  const selected = model.selection.ids.value.has(row.id);
  const isFocused = focused.value === row.id;
  useLayoutEffect(() => {
    if (isFocused) box.current?.focus({ preventScroll: true });
  }, [isFocused]);

  return (
    <div
      class={`booking ${selected ? 'booking-selected' : ''}`}
      role="row"
      aria-rowindex={index}
      aria-selected={selected}
      style={{ top: `${top}px` }}
      onClick={(event) => {
        if (event.isTrusted && event.target !== box.current) model.selection.toggle(row.id);
      }}
      onKeyDown={(event) => {
        const key = moveKeys.find((one) => one === event.key);
        if (!key) return;
        event.preventDefault();
        onMove(row.id, key);
      }}
    >
      <span class="booking-check" role="gridcell">
        <input
          ref={box}
          type="checkbox"
          tabIndex={isTabStop ? 0 : -1}
          aria-label={i18n.t('panel.selectBooking', [row.id])}
          checked={selected}
          onFocus={() => {
            focused.value = row.id;
          }}
          onChange={(event) => {
            if (event.isTrusted) model.selection.toggle(row.id);
          }}
        />
      </span>
      <span class="booking-text" role="gridcell">
        <span class="booking-equipment">{equipmentName(row)}</span>
        <span class={`status status-${statusTone(row.status)}`}>{row.status}</span>
        <span class="booking-facts">{facts(model, row, day).join(' · ')}</span>
      </span>
    </div>
  );
}

function equipmentName({ equipment, details }: BookingRow): string {
  if (equipment?.name) return equipment.name;
  if (equipment) return i18n.t('panel.unknownEquipment', [equipment.id]);
  return details ? i18n.t('panel.noEquipment') : '…';
}

function facts({ bookings }: PanelModel, row: BookingRow, day: string): string[] {
  const locale = displayLocale();
  const { lab, own } = formatPeriod(row, locale, ownZone(), day);
  const { details } = row;
  const type = details?.type && details.type.toLowerCase() !== 'internal' ? details.type : null;
  return [
    own ? `${lab} (${i18n.t('panel.yourTime', [own])})` : lab,
    formatDuration(durationOf(row, details?.duration), locale),
    details
      ? details.requester
      : bookings.unavailable.value.has(row.id)
        ? i18n.t('panel.detailsMissing')
        : '…',
    row.lab?.name,
    type,
    details?.note,
  ].flatMap((fact) => fact || []);
}
