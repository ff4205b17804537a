/** The extension's icon as it stands in headers: the drawing of `assets/icons/icon-small.svg`, beside a name and so silent. */
export function Logo() {
  return (
    <svg class="logo" viewBox="0 0 16 16" width="28" height="28" aria-hidden="true" focusable="false">
      <rect width="16" height="16" rx="3" fill="var(--brand)" />
      <path
        fill="var(--brand-ink)"
        fill-rule="evenodd"
        d="M4 1h2v2h4V1h2v2h2v11H2V3h2Zm-1 5v7h10V6Zm4 2h5v4H7ZM4 8h2v1H4Zm0 3h2v1H4Z"
      />
    </svg>
  );
}
