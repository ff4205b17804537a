import { i18n } from '#i18n';
import { defaultCaliraSettings } from '../../utils/settings/calira-settings.ts';
import { AccessButton } from '../ui/access-button.tsx';
import { Button } from '../ui/button.tsx';
import type { CaliraModel } from './calira-model.ts';
import { ConnectionTest } from './connection-test.tsx';
import { RedirectUrl } from './redirect-url.tsx';
import { TextField } from './text-field.tsx';

/** The OAuth client that the institution registered in Calira, and where that Calira is. */
export function CaliraSection({ model, redirectUrl }: { model: CaliraModel; redirectUrl: string }) {
  const { clientId, secret, webUrl, apiUrl } = model.fields;
  const managed = model.managed.value;
  const usual = (address: string) => i18n.t('options.usualAddress', [address]);
  return (
    <section aria-labelledby="calira-heading">
      <h2 id="calira-heading">{i18n.t('options.calira')}</h2>
      <p>{i18n.t('options.caliraIntroduction')}</p>
      <RedirectUrl url={redirectUrl} />
      <TextField
        id="client-id"
        label={i18n.t('options.clientId')}
        field={clientId}
        managed={managed.clientId}
        hint={i18n.t('options.clientIdHint')}
      />
      <TextField
        id="client-secret"
        label={i18n.t('options.clientSecret')}
        secret
        field={secret}
        managed={managed.secret}
        hint={i18n.t('options.clientSecretHint')}
      >
        {!managed.secret && (
          <div class={model.hasSecret.value ? 'stored-secret' : 'stored-secret stored-secret-none'}>
            <p>{i18n.t('options.secretStored')}</p>
            <Button onClick={() => void model.removeSecret()}>{i18n.t('options.removeSecret')}</Button>
          </div>
        )}
      </TextField>
      <TextField
        id="calira-web"
        label={i18n.t('options.webUrl')}
        field={webUrl}
        managed={managed.webUrl}
        hint={usual(defaultCaliraSettings.webUrl)}
      />
      <TextField
        id="calira-api"
        label={i18n.t('options.apiUrl')}
        field={apiUrl}
        managed={managed.apiUrl}
        hint={usual(defaultCaliraSettings.apiUrl)}
      />
      {model.outOfReach.value.map((pattern) => (
        <AccessButton key={pattern} pattern={pattern} />
      ))}
      <ConnectionTest model={model} redirectUrl={redirectUrl} />
    </section>
  );
}
