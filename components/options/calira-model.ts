import type { ReadonlySignal, Signal } from '@preact/signals';
import { computed, effect, signal } from '@preact/signals';
import { askBackground } from '../../utils/messages/surface-client.ts';
import type { CaliraSettings } from '../../utils/settings/calira-settings.ts';
import { caliraSettings, chosenCaliraSettings } from '../../utils/settings/calira-settings.ts';
import type { Policy } from '../../utils/settings/managed.ts';
import { caliraOutOfReach } from '../ui/calira-access.ts';
import type { AutosavedField } from './autosaved-field.ts';
import { createAutosavedField } from './autosaved-field.ts';
import type { Checked } from './checks.ts';
import { checkAddress, checkText } from './checks.ts';
import { createConnectionTest } from './connection-test-model.ts';

export type CaliraModel = Awaited<ReturnType<typeof createCaliraModel>>;

/** Which Calira the extension talks to, and as whom. */
export async function createCaliraModel(
  lastSaved: Signal<AutosavedField | null>,
  policy: ReadonlySignal<Policy>,
) {
  const [initial, secretStored, outOfReach] = await Promise.all([
    caliraSettings.get(),
    askBackground('hasClientSecret', {}),
    caliraOutOfReach(),
  ]);
  const hasSecret = signal(secretStored);

  // One write at a time: the three settings are one stored value. It keeps what a policy only overlays.
  let lastWrite: Promise<unknown> = Promise.resolve();
  function write(change: Partial<CaliraSettings>): Promise<void> {
    const written = lastWrite.then(async () =>
      chosenCaliraSettings.set({ ...(await chosenCaliraSettings.get()), ...change }),
    );
    lastWrite = written.catch(() => null);
    return written;
  }

  const setting = (key: keyof CaliraSettings, check: (text: string) => Checked) =>
    createAutosavedField({
      initial: initial[key],
      check,
      save: (value) => write({ [key]: value }),
      lastSaved,
    });
  const clientId = setting('clientId', checkText);
  const webUrl = setting('webUrl', checkAddress);
  const apiUrl = setting('apiUrl', checkAddress);

  /** A secret is not kept here: whether it is another one shows by this. */
  const secretsEntered = signal(0);
  async function storeSecret(secret: string): Promise<void> {
    secretsEntered.value += 1;
    const stored = askBackground('setClientSecret', { secret });
    lastWrite = Promise.allSettled([lastWrite, stored]);
    await stored;
    hasSecret.value = await askBackground('hasClientSecret', {});
  }
  const secret = createAutosavedField({
    initial: '',
    check: checkText,
    save: storeSecret,
    lastSaved,
    // It can be replaced, but is never shown again.
    shown: () => '',
  });

  caliraSettings.watch((settings) => {
    clientId.show(settings.clientId);
    webUrl.show(settings.webUrl);
    apiUrl.show(settings.apiUrl);
  });

  const fields = { clientId, secret, webUrl, apiUrl };
  const tested = computed(() =>
    JSON.stringify([...Object.values(fields).map(({ text }) => text.value), secretsEntered.value]),
  );

  effect(() => {
    const { settings } = policy.value;
    if (settings.clientId !== undefined) clientId.override(settings.clientId);
    if (settings.clientSecret !== undefined) secret.override('');
    if (settings.caliraWebUrl !== undefined) webUrl.override(settings.caliraWebUrl);
    if (settings.caliraApiUrl !== undefined) apiUrl.override(settings.caliraApiUrl);
  });

  return {
    fields,
    connectionTest: createConnectionTest(tested, async () => {
      for (const field of Object.values(fields)) field.flush();
      await lastWrite;
      return Object.values(fields).every(({ problem }) => problem.value === null);
    }),
    /** Which of the fields the institution has set. */
    managed: computed(() => {
      const { settings } = policy.value;
      return {
        clientId: settings.clientId !== undefined,
        secret: settings.clientSecret !== undefined,
        webUrl: settings.caliraWebUrl !== undefined,
        apiUrl: settings.caliraApiUrl !== undefined,
      };
    }),
    hasSecret,
    removeSecret: () => storeSecret(''),
    outOfReach,
  };
}
