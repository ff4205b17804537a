import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { keepWhileComposing } from '../ui/composing.ts';
import { keepFocus } from '../ui/keep-focus.ts';
import { ConnectionNotice } from './connection/connection-notice.tsx';
import { LabsNotice } from './connection/labs-notice.tsx';
import { SetUp } from './connection/set-up.tsx';
import { DrawerEdge, usualWidth } from './drawer/drawer-edge.tsx';
import { PanelHeader } from './drawer/panel-header.tsx';
import { PanelSheet } from './drawer/panel-sheet.tsx';
import { useSheetFocus } from './drawer/sheet-focus.ts';
import { FindBar } from './find/find-bar.tsx';
import { HandoverNotice } from './insert/handover-notice.tsx';
import { InsertionTarget } from './insert/insertion-target.tsx';
import { IntegrationNotice } from './insert/integration-notice.tsx';
import { PanelFooter } from './insert/panel-footer.tsx';
import { BookingList } from './list/booking-list.tsx';
import { EmptyList } from './list/empty-list.tsx';
import { ListNotice } from './list/list-notice.tsx';
import { ListSummary } from './list/list-summary.tsx';
import type { PanelModel } from './panel-model.ts';
import { UpdateOffer } from './update/update-offer.tsx';

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
  useSheetFocus(region, model.sheet);
  // It takes the focus each time that somebody asks for it.
  const summoned = model.summoned.value;
  useEffect(() => region.current?.focus(), [summoned]);
  const known = model.bookings.rows.value.size > 0;
  const shown = model.list.rows.value.length > 0;
  const width = model.width.value ?? model.choices.current.value.width ?? usualWidth;
  return (
    <section
      ref={region}
      class="panel"
      aria-label={i18n.t('panel.title')}
      tabIndex={-1}
      style={{ '--panel-width': `${width}px` }}
      onKeyDownCapture={keepWhileComposing}
      onKeyDown={(event) => {
        if (event.isTrusted && event.key === 'Escape') onClose();
      }}
    >
      <div class="panel-parts" inert={model.sheet.value !== null}>
        <PanelHeader model={model} onClose={onClose} />
        <ConnectionNotice model={model} />
        <LabsNotice model={model} />
        <IntegrationNotice model={model} />
        <ListNotice model={model} />
        {known && <FindBar model={model} />}
        <ListSummary model={model} />
        {shown ? (
          <BookingList model={model} />
        ) : (
          <div class="list-empty">
            <SetUp model={model} />
            <EmptyList model={model} />
          </div>
        )}
        <HandoverNotice model={model} />
        {known && <InsertionTarget model={model} />}
        {known && <UpdateOffer model={model} />}
        {known && <PanelFooter model={model} />}
      </div>
      <PanelSheet model={model} />
      <DrawerEdge model={model} />
    </section>
  );
}
