import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { tableWords } from '../../utils/rspace/output/table-words.ts';
import type { BookingColumn } from '../../utils/settings/columns.ts';
import { bookingColumns } from '../../utils/settings/columns.ts';
import { spokenLanguage } from './browser-language.ts';
import { IconButton } from './icon-button.tsx';

interface ColumnChoiceProps {
  columns: readonly BookingColumn[];
  /** Whether the institution has set them, so that they cannot be changed here. */
  managed: boolean;
  onChange: (columns: BookingColumn[]) => void;
}

/** In the person's language; the text that is inserted may have another. */
const columnName = (column: BookingColumn) => tableWords[spokenLanguage()].columns[column];

/** With more columns RSpace's PDF export becomes hard to read. */
const mostReadable = 7;

/**
 * Which columns, and in which order: boxes, buttons, and Alt with the arrow keys. Columns that are not chosen keep their
 * places in the list, so that nothing jumps when a box is ticked.
 */
export function ColumnChoice({ columns, managed, onChange }: ColumnChoiceProps) {
  const order = useSignal<readonly BookingColumn[]>(allFrom(columns));
  const said = useSignal('');
  const list = useRef<HTMLOListElement>(null);
  const moved = useRef<HTMLElement | null>(null);
  useLayoutEffect(() => {
    // An element that changes its place loses the focus.
    moved.current?.focus();
    moved.current = null;
  }, [order.value]);
  // Another choice than the one made here: it was reset, or made elsewhere.
  const shown = order.value.filter((column) => columns.includes(column));
  if (shown.join() !== columns.join()) order.value = allFrom(columns);

  function toggle(column: BookingColumn): void {
    const next = order.value.filter((one) => (one === column) !== columns.includes(one));
    if (next.length > 0) onChange(next);
  }

  function move(column: BookingColumn, by: -1 | 1): void {
    const from = order.value.indexOf(column);
    const to = from + by;
    const other = order.value[to];
    if (!other) return;
    moved.current = focusedIn(list.current);
    order.value = order.value.with(from, other).with(to, column);
    said.value = i18n.t('columns.moved', [columnName(column), to + 1, order.value.length]);
    onChange(order.value.filter((one) => columns.includes(one)));
  }

  return (
    <fieldset class="columns" aria-describedby="columns-hint" disabled={managed}>
      <legend class="visually-hidden">{i18n.t('columns.title')}</legend>
      <p id="columns-hint" class="muted columns-hint">
        {managed ? <strong>{i18n.t('managed.setByInstitution')}</strong> : i18n.t('columns.hint')}
      </p>
      <p class="columns-many" role="status">
        {columns.length > mostReadable && i18n.t('columns.many', [columns.length])}
      </p>
      <ol ref={list} class="columns-list">
        {order.value.map((column, index) => (
          <li
            key={column}
            class="column"
            onKeyDown={(event) => {
              if (!event.isTrusted || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown'))
                return;
              event.preventDefault();
              move(column, event.key === 'ArrowUp' ? -1 : 1);
            }}
          >
            <label class="check column-name">
              <input
                type="checkbox"
                aria-describedby={column === 'notes' ? 'columns-yours' : undefined}
                checked={columns.includes(column)}
                disabled={columns.length === 1 && columns.includes(column)}
                onChange={(event) => {
                  if (event.isTrusted) toggle(column);
                }}
              />
              {columnName(column)}
            </label>
            {column === 'notes' && (
              <span id="columns-yours" class="muted">
                {i18n.t('columns.yours')}
              </span>
            )}
            <IconButton
              icon="up"
              label={i18n.t('columns.up', [columnName(column)])}
              disabled={index === 0}
              onClick={() => move(column, -1)}
            />
            <IconButton
              icon="chevron"
              label={i18n.t('columns.down', [columnName(column)])}
              disabled={index === order.value.length - 1}
              onClick={() => move(column, 1)}
            />
          </li>
        ))}
      </ol>
      <p class="visually-hidden" role="status">
        {said.value}
      </p>
    </fieldset>
  );
}

function focusedIn(list: HTMLElement | null): HTMLElement | null {
  const { activeElement } = (list?.getRootNode() ?? document) as Document | ShadowRoot;
  return activeElement instanceof HTMLElement && list?.contains(activeElement) ? activeElement : null;
}

/** @returns every column there is, the chosen ones first. */
function allFrom(columns: readonly BookingColumn[]): BookingColumn[] {
  return [...columns, ...bookingColumns.filter((column) => !columns.includes(column))];
}
