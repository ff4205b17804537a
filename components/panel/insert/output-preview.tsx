import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { bookingOutput, equipmentOutput } from '../../../utils/rspace/output/output.ts';
import type { PanelModel } from '../panel-model.ts';

/** So many bookings show what all of them will look like. */
const most = 3;

/** Exactly what would be inserted of the selected bookings, or of the first ones while none is selected. */
export function OutputPreview({ model }: { model: PanelModel }) {
  const holder = useRef<HTMLDivElement>(null);
  const selected = model.selection.rows.value;
  const all = selected.length > 0 ? selected : model.list.rows.value.slice(0, most);
  const rows = all.slice(0, most);
  const { form, columns, language, ofEquipment } = model.output;
  useEffect(() => {
    void model.bookings.loadDetails(rows.map(({ id }) => id)).catch(() => {});
  }, [rows.map(({ id }) => id).join()]);
  useLayoutEffect(() => {
    const { node } = model.output.of({ bookingOutput, equipmentOutput }, rows, '');
    holder.current?.replaceChildren(node);
  }, [rows, form.value, columns.value, ofEquipment.value]);
  return (
    <div class="preview">
      <h3 id="preview-heading" class="preview-heading">
        {i18n.t('columns.preview')}{' '}
        <span class="muted">
          {selected.length === 0
            ? i18n.t('columns.previewOfList')
            : selected.length > most && i18n.t('columns.previewOf', [most, selected.length])}
        </span>
      </h3>
      {/* A wide table is scrolled within it, also by keyboard. */}
      <section
        ref={holder}
        class="preview-content"
        lang={language.value}
        aria-labelledby="preview-heading"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable
        tabIndex={0}
      />
      {ofEquipment.value ? (
        <p class="muted preview-hint">{i18n.t('columns.ofEquipment')}</p>
      ) : (
        form.value === 'links' && <p class="muted preview-hint">{i18n.t('columns.linksHaveNone')}</p>
      )}
    </div>
  );
}
