import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { dayText, parseDay } from '../../../utils/bookings/day-input.ts';

interface DayFieldProps {
  label: string;
  /** `2026-11-23`, or null where that end is open. */
  day: string | null;
  today: string;
  locale: string;
  /** Counts how often everything was cleared. */
  cleared: number;
  onChange: (day: string | null) => void;
}

/** A day to type. What is no day is said to be none, and changes nothing. */
export function DayField({ label, day, today, locale, cleared, onChange }: DayFieldProps) {
  const id = useId();
  const typed = useSignal<string | null>(null);
  const wrong = useSignal(false);
  const takeBack = () => {
    typed.value = null;
    wrong.value = false;
  };
  // What was typed and is no day does not outlast another choice of days.
  useEffect(takeBack, [day, cleared]);

  function commit(): void {
    if (typed.value === null) return;
    const text = typed.value.trim();
    const next = text === '' ? null : parseDay(text, locale, today);
    wrong.value = text !== '' && next === null;
    if (wrong.value) return;
    typed.value = null;
    if (next !== day) onChange(next);
  }

  return (
    <label class={`day-field ${day ? 'combobox-chosen' : ''}`}>
      <span class="combobox-label" aria-hidden="true">
        {label}
      </span>
      <input
        type="text"
        aria-label={label}
        aria-invalid={wrong.value}
        aria-describedby={wrong.value ? `${id}-wrong` : undefined}
        autocomplete="off"
        placeholder={i18n.t('find.anyDay')}
        value={typed.value ?? (day ? dayText(day, locale) : '')}
        onInput={(event) => {
          typed.value = event.currentTarget.value;
        }}
        onChange={commit}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
          if (event.key !== 'Escape' || typed.value === null) return;
          event.stopPropagation();
          takeBack();
        }}
      />
      {wrong.value && (
        <span id={`${id}-wrong`} class="day-wrong" role="alert">
          {i18n.t('find.noDay', [dayText(today, locale)])}
        </span>
      )}
    </label>
  );
}
