import { logoDrawing } from './logo-drawing.ts';

/** The extension's icon as it stands in headers: the drawing of `assets/icons/icon-small.svg`, beside a name and so silent. */
export function Logo() {
  return (
    <svg class="logo" viewBox="0 0 16 16" width="28" height="28" aria-hidden="true" focusable="false">
      <rect width="16" height="16" rx="3" fill="var(--brand)" />
      <path fill="var(--brand-ink)" fill-rule="evenodd" d={logoDrawing} />
    </svg>
  );
}
