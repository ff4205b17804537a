/** The steps as drawings. They show what the texts beside them say, and so are silent. */
import type { ComponentChildren } from 'preact';

/** A window of a browser's, 250 by 150, with something in it. */
function Window({ children }: { children: ComponentChildren }) {
  return (
    <svg class="picture" viewBox="0 0 250 150" aria-hidden="true" focusable="false">
      <rect
        x="0.5"
        y="0.5"
        width="249"
        height="149"
        rx="6"
        fill="var(--surface)"
        stroke="var(--line-strong)"
      />
      <path d="M0.5 20V6.5a6 6 0 0 1 6-6h237a6 6 0 0 1 6 6V20Z" fill="var(--line)" />
      <circle cx="12" cy="10" r="3" fill="var(--line-strong)" />
      <circle cx="23" cy="10" r="3" fill="var(--line-strong)" />
      {children}
    </svg>
  );
}

/** A line of text that need not be read. */
function Line({ x, y, width, strong = false }: { x: number; y: number; width: number; strong?: boolean }) {
  const fill = strong ? 'var(--ink-soft)' : 'var(--line)';
  return <rect x={x} y={y} width={width} height="6" rx="3" fill={fill} />;
}

const calendar = 'M4 1h2v2h4V1h2v2h2v11H2V3h2Zm-1 5v7h10V6Zm4 2h5v4H7ZM4 8h2v1H4Zm0 3h2v1H4Z';

/** The calendar of the extension's icon. */
function Calendar({ x, y }: { x: number; y: number }) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <rect width="16" height="16" rx="3" fill="var(--brand)" />
      <path d={calendar} fill="var(--brand-ink)" fill-rule="evenodd" />
    </g>
  );
}

export function SignInPicture() {
  return (
    <Window>
      <Line x={75} y={36} width={100} strong />
      <rect x="65.5" y="54.5" width="119" height="20" rx="3" fill="none" stroke="var(--line-strong)" />
      <Line x={73} y={62} width={62} />
      <rect x="65.5" y="82.5" width="119" height="20" rx="3" fill="none" stroke="var(--line-strong)" />
      {[76, 86, 96, 106, 116].map((cx) => (
        <circle key={cx} cx={cx} cy="92.5" r="2.5" fill="var(--line-strong)" />
      ))}
      <rect x="65" y="112" width="120" height="22" rx="3" fill="var(--accent)" />
      <rect x="105" y="120" width="40" height="6" rx="3" fill="var(--accent-ink)" />
    </Window>
  );
}

export function LabsPicture() {
  const labs = [
    { y: 34, width: 92, ticked: true },
    { y: 58, width: 70, ticked: true },
    { y: 82, width: 104, ticked: false },
  ];
  return (
    <Window>
      {labs.map(({ y, width, ticked }) => (
        <g key={y}>
          <rect
            x="40.5"
            y={y + 0.5}
            width="15"
            height="15"
            rx="3"
            fill={ticked ? 'var(--accent)' : 'none'}
            stroke={ticked ? 'var(--accent)' : 'var(--line-strong)'}
          />
          {ticked && (
            <path d={`M44 ${y + 8}l3 3 6-6`} fill="none" stroke="var(--accent-ink)" stroke-width="2" />
          )}
          <Line x={66} y={y + 5} width={width} strong={ticked} />
        </g>
      ))}
      <rect x="40" y="112" width="100" height="22" rx="3" fill="var(--accent)" />
      <rect x="66" y="120" width="48" height="6" rx="3" fill="var(--accent-ink)" />
    </Window>
  );
}

export function PanelPicture() {
  return (
    <Window>
      <Line x={18} y={34} width={90} strong />
      <Line x={18} y={52} width={180} />
      <Line x={18} y={66} width={164} />
      <path
        d="M18.5 84.5h172v48h-172Zm0 16h172m-172 16h172m-118-32v48m59-48v48"
        fill="none"
        stroke="var(--line-strong)"
      />
      <path
        d="M249.5 54.5h-20a6 6 0 0 0-6 6v29a6 6 0 0 0 6 6h20Z"
        fill="var(--surface)"
        stroke="var(--accent)"
        stroke-width="2"
      />
      <Calendar x={228} y={67} />
    </Window>
  );
}
