import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';

/** Longer waits are left to the person (milliseconds). */
const longest = 120_000;

interface RetryCountdownProps {
  /** Milliseconds until Calira may be asked again. */
  wait: number;
  onEnd: () => void;
}

/** Counts down where Calira asked to wait, then tries again by itself. */
export function RetryCountdown({ wait, onEnd }: RetryCountdownProps) {
  const left = useSignal(Math.ceil(wait / 1000));
  useEffect(() => {
    if (wait > longest) return;
    const due = Date.now() + wait;
    const timer = setInterval(() => {
      const rest = Math.ceil((due - Date.now()) / 1000);
      left.value = Math.max(0, rest);
      if (rest > 0) return;
      clearInterval(timer);
      onEnd();
    }, 250);
    return () => clearInterval(timer);
  }, []);
  return <span aria-live="off">{i18n.t('panel.retryIn', [left.value])}</span>;
}
