/** Icons drawn here, 24 units square: a few are not worth a font or a library. */
const paths = {
  close: 'M6 6l12 12M18 6L6 18',
  refresh: 'M19 12a7 7 0 1 1-2.05-4.95M19 4v4h-4',
  chevron: 'M6 9l6 6 6-6',
  up: 'M6 15l6-6 6 6',
  pencil: 'M5 19l1-4L16 5l3 3L9 18z',
  check: 'M5 12.5l4.5 4.5L19 7.5',
};

export function Icon({ name }: { name: keyof typeof paths }) {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  );
}
