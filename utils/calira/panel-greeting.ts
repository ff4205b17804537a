import type { PanelPush } from '../messages/panel.ts';
import { institutionColumns } from '../settings/institution-columns.ts';
import { storedPanelChoices } from '../settings/panel-choices-item.ts';
import { storedConnection } from './connection-item.ts';
import { labsForPanel } from './lab-choice.ts';
import { storedLabChoice } from './lab-choice-item.ts';

/** @returns what a panel is told as soon as it has connected: how things stand, and what was remembered. */
export async function panelGreeting(): Promise<PanelPush[]> {
  const [choices, columns] = await Promise.all([storedPanelChoices.get(), institutionColumns()]);
  // Last: the news of a change travels another way, and must not arrive before what it has changed.
  const [connection, labs] = await Promise.all([storedConnection.get(), storedLabChoice.get()]);
  return [
    { push: 'choices', value: choices },
    { push: 'columns', value: columns },
    { push: 'connection', value: connection },
    { push: 'labs', value: labsForPanel(labs) },
  ];
}
