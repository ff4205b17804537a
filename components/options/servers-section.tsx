import { i18n } from '#i18n';
import { Button } from '../ui/button.tsx';
import { IdleServerItem, ServerItem } from './server-item.tsx';
import type { ServersModel, ServersOutcome } from './servers-model.ts';

/** The RSpace servers on which the extension works, and how to add one. */
export function ServersSection({ model }: { model: ServersModel }) {
  const outcome = model.outcome.value;
  const bad = outcome !== null && outcome.kind !== 'enabled' && outcome.kind !== 'removed';
  return (
    <section aria-labelledby="rspace-heading">
      <h2 id="rspace-heading">{i18n.t('options.rspace')}</h2>
      <p>{i18n.t('options.rspaceIntroduction')}</p>
      <ul class="servers">
        {model.servers.value.map((server) => (
          <ServerItem key={server.site} server={server} model={model} />
        ))}
        {model.idle.value.map((server) => (
          <IdleServerItem key={server.address} server={server} model={model} />
        ))}
      </ul>
      <div class="field">
        <label for="rspace-address">{i18n.t('options.rspaceAddress')}</label>
        <div class="line">
          <input
            id="rspace-address"
            type="text"
            value={model.text.value}
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            aria-invalid={bad}
            aria-describedby="rspace-address-hint rspace-address-outcome"
            onInput={(event) => model.edit(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && event.isTrusted) void model.add();
            }}
          />
          <Button onClick={() => void model.add()}>{i18n.t('options.add')}</Button>
        </div>
        <p id="rspace-address-hint" class="muted">
          {i18n.t('options.rspaceAddressHint')}
        </p>
        <p id="rspace-address-outcome" class={bad ? 'outcome outcome-bad' : 'outcome'} role="status">
          {outcome && sentence(outcome)}
        </p>
      </div>
    </section>
  );
}

function sentence(outcome: ServersOutcome): string {
  if (outcome.kind === 'problem') return i18n.t(`options.problem.${outcome.problem}`);
  return i18n.t(`options.server.${outcome.kind}`, [outcome.host]);
}
