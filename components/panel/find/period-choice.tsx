import { i18n } from '#i18n';
import { presets, withEnd } from '../../../utils/bookings/days.ts';
import { noFilters } from '../../../utils/settings/panel-choices.ts';
import type { PanelModel } from '../panel-model.ts';
import { DayField } from './day-field.tsx';

/** Which days are shown: a span that moves along with today, or from one day to another. */
export function PeriodChoice({ model: { choices, find } }: { model: PanelModel }) {
  const { period } = choices.current.value;
  const { from, to } = find.days.value;
  const open = from === null && to === null;
  const preset = 'preset' in period ? period.preset : open ? 'any' : 'own';
  const field = { today: find.today.value, locale: find.place.locale, cleared: find.cleared.value };
  return (
    <>
      <select
        class={`choice ${open ? '' : 'choice-chosen'}`}
        aria-label={i18n.t('find.period')}
        value={preset}
        onChange={(event) => {
          const chosen = presets.find((one) => one === event.currentTarget.value);
          choices.change({ period: chosen ? { preset: chosen } : noFilters.period });
        }}
      >
        <option value="any">{i18n.t('find.periods.any')}</option>
        {presets.map((one) => (
          <option key={one} value={one}>
            {i18n.t(`find.periods.${one}`)}
          </option>
        ))}
        {preset === 'own' && <option value="own">{i18n.t('find.periods.own')}</option>}
      </select>
      <DayField
        {...field}
        label={i18n.t('find.from')}
        day={from}
        onChange={(day) => choices.change({ period: withEnd({ from, to }, 'from', day) })}
      />
      <DayField
        {...field}
        label={i18n.t('find.to')}
        day={to}
        onChange={(day) => choices.change({ period: withEnd({ from, to }, 'to', day) })}
      />
    </>
  );
}
