import type { ComponentChildren } from 'preact';

interface ButtonProps {
  children: ComponentChildren;
  onClick: (event: MouseEvent) => void;
  /** Its name, where the text alone would not tell what it is about. It begins with the text. */
  label?: string;
  /** One primary button in a view at most. */
  variant?: 'primary' | 'secondary' | 'quiet' | 'link';
  /** Says that the button cannot be used now. It stays reachable, so that its explanation can be read. */
  disabled?: boolean;
  /** The id of the element that explains. */
  describedBy?: string | undefined;
}

/** A button with a text. Only a person can press it: a page's synthetic clicks are ignored. */
export function Button({
  children,
  onClick,
  label,
  variant = 'secondary',
  disabled = false,
  describedBy,
}: ButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      class={`button button-${variant}`}
      aria-disabled={disabled}
      aria-describedby={describedBy}
      onClick={(event) => {
        if (event.isTrusted && !disabled) onClick(event);
      }}
    >
      {children}
    </button>
  );
}
