import { Icon } from './icons.tsx';

interface IconButtonProps {
  icon: Parameters<typeof Icon>[0]['name'];
  /** Its name, for a screen reader and as a tooltip. */
  label: string;
  /** Says that the button cannot be used now. It stays reachable. */
  disabled?: boolean;
  onClick: () => void;
}

export function IconButton({ icon, label, disabled = false, onClick }: IconButtonProps) {
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={label}
      title={label}
      aria-disabled={disabled}
      onClick={(event) => {
        if (event.isTrusted && !disabled) onClick();
      }}
    >
      <Icon name={icon} />
    </button>
  );
}
