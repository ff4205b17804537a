import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Icon } from './icons.tsx';

interface DisclosureProps {
  label: string;
  /** Made only while it is open. */
  children: () => ComponentChildren;
}

/** A heading that opens and closes what stands below it. */
export function Disclosure({ label, children }: DisclosureProps) {
  const open = useSignal(false);
  const id = useId();
  return (
    <div class="disclosure">
      <button
        type="button"
        class="disclosure-button"
        aria-expanded={open.value}
        aria-controls={open.value ? id : undefined}
        onClick={(event) => {
          if (event.isTrusted) open.value = !open.value;
        }}
      >
        <Icon name="chevron" />
        {label}
      </button>
      {open.value && (
        <div id={id} class="disclosure-content">
          {children()}
        </div>
      )}
    </div>
  );
}
