import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { failureSentence } from '../../ui/failure-sentence.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Logo } from '../../ui/logo.tsx';
import { Notice } from '../../ui/notice.tsx';

/** The panel of an old copy of the extension: it asks for the page to be reloaded, and does nothing else. */
export function OutdatedPanel({ onClose }: { onClose: () => void }) {
  const region = useRef<HTMLElement>(null);
  useEffect(() => region.current?.focus(), []);
  return (
    <section
      ref={region}
      class="panel"
      aria-label={i18n.t('panel.title')}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.isTrusted && event.key === 'Escape') onClose();
      }}
    >
      <div class="panel-parts">
        <header class="panel-header">
          <Logo />
          <h2 class="panel-title">{i18n.t('panel.title')}</h2>
          <IconButton icon="close" label={i18n.t('panel.close')} onClick={onClose} />
        </header>
        <Notice tone="bad">{failureSentence('extensionUpdated')}</Notice>
      </div>
    </section>
  );
}
