import type { ReadonlySignal, Signal } from '@preact/signals';
import { computed, signal } from '@preact/signals';
import type { Checked, Problem } from './checks.ts';

/** A text field without a Save button. */
export interface AutosavedField {
  text: ReadonlySignal<string>;
  /** Why the text as it stands is not saved. */
  problem: ReadonlySignal<Problem | null>;
  /** Whether this is the field that was saved last. Any further edit takes it back. */
  saved: ReadonlySignal<boolean>;
  /** For `input` events: saves once the person pauses. */
  edit(text: string): void;
  /** For `change` events: saves at once. */
  commit(text: string): void;
  /** Saves what still waits for a pause: the page is about to go. */
  flush(): void;
  /** Shows a value that was stored elsewhere, unless the person is typing here. */
  show(value: string): void;
  /** Shows a value that the person can no longer change, whatever they are typing. */
  override(value: string): void;
}

interface FieldOptions {
  initial: string;
  check: (text: string) => Checked;
  /** Stores a checked value. Rejects when the browser could not. */
  save: (value: string) => Promise<void>;
  /** The field that was saved last: at most one of a page says so. */
  lastSaved: Signal<AutosavedField | null>;
  /** What the field shows of a value once the person has left it: the value itself, unless it is a secret. */
  shown?: (value: string) => string;
}

/** A field is saved when nothing was typed for this long (milliseconds). */
export const pause = 500;

export function createAutosavedField(options: FieldOptions): AutosavedField {
  const { check, save, lastSaved, shown = (value) => value } = options;
  const text = signal(options.initial);
  const problem = signal<Problem | null>(null);
  let editing = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function store(value: string): Promise<void> {
    try {
      await save(value);
      // A later edit has its own answer coming.
      if (timer === undefined) lastSaved.value = field;
    } catch {
      problem.value = 'notSaved';
    }
  }

  function stopWaiting(): void {
    clearTimeout(timer);
    timer = undefined;
  }

  function saveNow(): Checked {
    stopWaiting();
    const checked = check(text.value);
    problem.value = checked.ok ? null : checked.problem;
    if (checked.ok) void store(checked.value);
    else lastSaved.value = null;
    return checked;
  }

  const field: AutosavedField = {
    text,
    problem,
    saved: computed(() => lastSaved.value === field),
    edit(next) {
      text.value = next;
      editing = true;
      lastSaved.value = null;
      stopWaiting();
      timer = setTimeout(saveNow, pause);
    },
    commit(next) {
      text.value = next;
      const checked = saveNow();
      editing = !checked.ok;
      if (checked.ok) text.value = shown(checked.value);
    },
    flush() {
      if (timer !== undefined) saveNow();
    },
    override(value) {
      stopWaiting();
      editing = false;
      problem.value = null;
      text.value = shown(value);
    },
    show(value) {
      if (!editing) text.value = shown(value);
    },
  };
  return field;
}
