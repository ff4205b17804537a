import { signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { policySignal } from '../ui/policy-signal.ts';
import type { AutosavedField } from './autosaved-field.ts';
import { createCaliraModel } from './calira-model.ts';
import { createColumnsModel } from './columns-model.ts';
import { createInsertedTextModel } from './inserted-text-model.ts';
import { createOutputChoices } from './output-choices.ts';
import { createServersModel } from './servers-model.ts';
import { createStayConnectedModel } from './stay-connected-model.ts';
import { createTransferModel } from './transfer-model.ts';

export type OptionsModel = Awaited<ReturnType<typeof createOptionsModel>>;

/** Everything behind the options page, read before it is drawn for the first time. */
export async function createOptionsModel() {
  const lastSaved = signal<AutosavedField | null>(null);
  const policy = await policySignal();
  const choices = await createOutputChoices();
  const [calira, servers, columns, stayConnected] = await Promise.all([
    createCaliraModel(lastSaved, policy),
    createServersModel(),
    createColumnsModel(choices),
    createStayConnectedModel(),
  ]);
  return {
    policy,
    calira,
    servers,
    columns,
    insertedText: createInsertedTextModel(choices),
    stayConnected,
    transfer: createTransferModel(),
    /** Where Calira leads back to after a sign-in. */
    redirectUrl: browser.identity.getRedirectURL(),
    /** Saves what was typed a moment ago: the page is about to go. */
    flush(): void {
      for (const field of Object.values(calira.fields)) field.flush();
    },
  };
}
