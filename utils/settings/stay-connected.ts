import * as v from 'valibot';
import { managedSettings } from './managed.ts';
import { storedItem } from './stored-item.ts';

/** *Stay connected on this computer*: off on a computer that several people use. */
export const stayConnectedChoice = storedItem('local:stayConnected', v.boolean(), true);

/** @returns whether tokens may outlive the browser: the institution's policy, or the person's choice. */
export async function stayConnected(): Promise<boolean> {
  return (await managedSettings()).stayConnected ?? (await stayConnectedChoice.get());
}
