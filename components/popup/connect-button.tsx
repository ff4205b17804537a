import { Button } from '../ui/button.tsx';
import type { PopupModel } from './popup-model.ts';

interface ConnectButtonProps {
  model: PopupModel;
  label: string;
  variant?: 'primary' | 'secondary';
}

/** Opens Calira's sign-in, whatever it is called in the state at hand. Rests while a sign-in is open. */
export function ConnectButton({ model, label, variant = 'primary' }: ConnectButtonProps) {
  const busy = model.connection.value.state === 'connecting';
  return (
    <Button
      variant={variant}
      disabled={busy}
      describedBy={busy ? 'connection-sentence' : undefined}
      onClick={model.connect}
    >
      {label}
    </Button>
  );
}
