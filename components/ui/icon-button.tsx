import { Icon } from './icons.tsx';

interface IconButtonProps {
  icon: Parameters<typeof Icon>[0]['name'];
  /** Its name, for a screen reader and as a tooltip. */
  label: string;
  onClick: () => void;
}

export function IconButton({ icon, label, onClick }: IconButtonProps) {
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={label}
      title={label}
      onClick={(event) => {
        if (event.isTrusted) onClick();
      }}
    >
      <Icon name={icon} />
    </button>
  );
}
