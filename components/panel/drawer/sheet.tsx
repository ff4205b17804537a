import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { IconButton } from '../../ui/icon-button.tsx';

interface SheetProps {
  title: string;
  children: ComponentChildren;
  /** Buttons at its end. */
  actions: ComponentChildren;
  onClose: () => void;
}

/**
 * A dialog that covers the list, within the panel: RSpace's own dialogs stay above it, and the document beside it can
 * be read. Escape closes it, and not the panel.
 */
export function Sheet({ title, children, actions, onClose }: SheetProps) {
  const sheet = useRef<HTMLDivElement>(null);
  const id = useId();
  useLayoutEffect(() => sheet.current?.focus(), []);
  return (
    <div
      ref={sheet}
      class="sheet"
      role="dialog"
      aria-labelledby={id}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (!event.isTrusted || event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <header class="sheet-header">
        <h2 id={id} class="sheet-title">
          {title}
        </h2>
        <IconButton icon="close" label={i18n.t('panel.closeSheet', [title])} onClick={onClose} />
      </header>
      <div class="sheet-content">{children}</div>
      <footer class="sheet-footer">{actions}</footer>
    </div>
  );
}
