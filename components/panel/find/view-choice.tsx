import { useLayoutEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { views } from '../../../utils/bookings/view.ts';
import type { PanelModel } from '../panel-model.ts';

/** The views of RSpace's own dialog, and *Maintenance only*. */
export function ViewChoice({ model: { choices } }: { model: PanelModel }) {
  const { view, maintenanceOnly } = choices.current.value;
  const group = useRef<HTMLDivElement>(null);
  // Chromium keeps radio buttons that are taken out of a shadow root in their group, and by them the whole closed panel
  // (156, seen in heap snapshots; not reported yet). Without a name they leave it.
  useLayoutEffect(() => {
    const buttons = group.current?.querySelectorAll<HTMLInputElement>('input[type="radio"]') ?? [];
    return () => {
      for (const button of buttons) button.name = '';
    };
  }, []);
  return (
    <div class="view-row">
      <div ref={group} class="segments" role="radiogroup" aria-label={i18n.t('find.view')}>
        {views.map((one) => (
          <label key={one} class={`segment ${one === view ? 'segment-on' : ''}`}>
            <input
              type="radio"
              name="calira-view"
              checked={one === view}
              onChange={(event) => {
                if (event.isTrusted) choices.change({ view: one });
              }}
            />
            {i18n.t(`find.views.${one}`)}
          </label>
        ))}
      </div>
      <label class="check">
        <input
          type="checkbox"
          checked={maintenanceOnly}
          onChange={(event) => {
            if (event.isTrusted) choices.change({ maintenanceOnly: !maintenanceOnly });
          }}
        />
        {i18n.t('find.maintenanceOnly')}
      </label>
    </div>
  );
}
