import type { ReadonlySignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/**
 * Gives the focus back to where it was when a sheet was asked for, once that is gone. A sheet may come later than it was
 * asked for, when what lies below it has lost the focus already.
 */
export function useSheetFocus(region: RefObject<HTMLElement | null>, sheet: ReadonlySignal<unknown>): void {
  const before = useRef<Element | null>(null);
  useEffect(
    () =>
      // At once, and so before anything is drawn.
      sheet.subscribe((shown) => {
        const root = region.current?.getRootNode();
        if (shown && root instanceof ShadowRoot) before.current = root.activeElement;
      }),
    [],
  );
  const shown = sheet.value !== null;
  useEffect(() => {
    if (shown || !before.current) return;
    const target = before.current.isConnected ? before.current : region.current;
    before.current = null;
    if (target instanceof HTMLElement) target.focus();
  }, [shown]);
}
