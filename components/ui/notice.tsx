import type { ComponentChildren } from 'preact';

interface NoticeProps {
  children: ComponentChildren;
  tone?: 'plain' | 'good' | 'bad';
  /** Buttons that help. */
  actions?: ComponentChildren;
}

/** A line that tells how things stand, with what can be done about it. Bad news interrupts a screen reader, other news waits. */
export function Notice({ children, tone = 'plain', actions }: NoticeProps) {
  return (
    <div class={`notice notice-${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
      <p class="notice-text">{children}</p>
      {actions && <div class="notice-actions">{actions}</div>}
    </div>
  );
}
