import { i18n } from '#i18n';
import type { StayConnectedModel } from './stay-connected-model.ts';

/** Whether the connection to Calira ends with the browser, for computers that several people use. */
export function StayConnected({ model }: { model: StayConnectedModel }) {
  const managed = model.managed.value;
  return (
    <section aria-labelledby="computer-heading">
      <h2 id="computer-heading">{i18n.t('options.computer')}</h2>
      <div class="choice">
        <input
          id="stay-connected"
          type="checkbox"
          checked={model.checked.value}
          // It stays reachable, so that its explanation can be read.
          aria-disabled={managed}
          aria-describedby="stay-connected-hint"
          onClick={(event) => {
            if (managed) event.preventDefault();
          }}
          onChange={(event) => {
            if (event.isTrusted && !managed) model.choose(event.currentTarget.checked);
          }}
        />
        <label for="stay-connected">{i18n.t('options.stayConnected')}</label>
        <p id="stay-connected-hint" class="muted">
          {i18n.t('options.stayConnectedHint')}{' '}
          {managed && <strong>{i18n.t('managed.setByInstitution')}</strong>}
        </p>
      </div>
    </section>
  );
}
