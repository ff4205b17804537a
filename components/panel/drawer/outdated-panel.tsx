import { useEffect, useRef } from 'preact/hooks';
import { IconButton } from '../../ui/icon-button.tsx';
import { Logo } from '../../ui/logo.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { LastWords } from '../edge/last-words.ts';

/** The panel of an old copy of the extension: it asks for the page to be reloaded, and does nothing else. */
export function OutdatedPanel({ words, onClose }: { words: LastWords; onClose: () => void }) {
  const region = useRef<HTMLElement>(null);
  useEffect(() => region.current?.focus(), []);
  return (
    <section
      ref={region}
      class="panel"
      aria-label={words.title}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && event.isTrusted) onClose();
      }}
    >
      <div class="panel-parts">
        <header class="panel-header">
          <Logo />
          <h2 class="panel-title">{words.title}</h2>
          <IconButton icon="close" label={words.close} onClick={onClose} />
        </header>
        <Notice tone="bad">{words.outdated}</Notice>
      </div>
    </section>
  );
}
