import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { keepFocus } from '../ui/keep-focus.ts';
import { BookingList } from './booking-list.tsx';
import { ConnectionNotice } from './connection-notice.tsx';
import { HandoverNotice } from './handover-notice.tsx';
import { LabsNotice } from './labs-notice.tsx';
import { ListNotice } from './list-notice.tsx';
import { ListSummary } from './list-summary.tsx';
import { PanelFooter } from './panel-footer.tsx';
import { PanelHeader } from './panel-header.tsx';
import type { PanelModel } from './panel-model.ts';
import { SetUp } from './set-up.tsx';

interface PanelProps {
  model: PanelModel;
  onClose: () => void;
}

/** The drawer at the right edge of a document. */
export function Panel({ model, onClose }: PanelProps) {
  const region = useRef<HTMLElement>(null);
  useEffect(() => {
    if (region.current) keepFocus(region.current);
  }, []);
  // It takes the focus each time that somebody asks for it.
  const summoned = model.summoned.value;
  useEffect(() => region.current?.focus(), [summoned]);
  const { items } = model.bookings;
  return (
    <section
      ref={region}
      class="panel"
      aria-label={i18n.t('panel.title')}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <PanelHeader model={model} onClose={onClose} />
      <ConnectionNotice model={model} />
      <LabsNotice model={model} />
      <ListNotice model={model} />
      <ListSummary model={model} />
      {items.value.length > 0 ? (
        <BookingList model={model} />
      ) : (
        <div class="list-empty">
          <SetUp model={model} />
        </div>
      )}
      <HandoverNotice model={model} />
      {items.value.length > 0 && <PanelFooter model={model} />}
    </section>
  );
}
