import { i18n } from '#i18n';
import { views } from '../../utils/bookings/view.ts';
import type { PanelModel } from './panel-model.ts';

/** The views of RSpace's own dialog, and *Maintenance only*. */
export function ViewChoice({ model: { choices } }: { model: PanelModel }) {
  const { view, maintenanceOnly } = choices.current.value;
  return (
    <div class="view-row">
      <div class="segments" role="radiogroup" aria-label={i18n.t('find.view')}>
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
