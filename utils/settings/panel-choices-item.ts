import { createTurns } from '../in-turn.ts';
import { defaultPanelChoices, noFilters } from './panel-choices.ts';
import type { OutputChoices, PanelChoices } from './panel-choices-schema.ts';
import { panelChoicesSchema } from './panel-choices-schema.ts';
import { storedItem } from './stored-item.ts';

/** The background alone reads and writes it: in Chromium, content scripts have no access to storage. */
export const storedPanelChoices = storedItem('local:panelChoices', panelChoicesSchema, defaultPanelChoices);

const inTurn = createTurns();

/** Remembers some choices and leaves the others as they are. */
export function rememberChoices(some: Partial<PanelChoices>): Promise<void> {
  return inTurn(async () => storedPanelChoices.set({ ...(await storedPanelChoices.get()), ...some }));
}

const ofOutput = ({ form, columns, documentLanguage = null }: PanelChoices): OutputChoices => ({
  form,
  columns,
  documentLanguage,
});

/** Calls `listener` whenever somebody has chosen another form, other columns or another language of what is inserted. */
export function onOutputChosen(listener: (chosen: OutputChoices) => void): void {
  storedPanelChoices.watch((now, before) => {
    if (JSON.stringify(ofOutput(now)) !== JSON.stringify(ofOutput(before))) listener(ofOutput(now));
  });
}

/** Forgets the filters: names of labs, equipment and people do not outlive the connection that told them. */
export function forgetFilters(): Promise<void> {
  return rememberChoices(noFilters);
}
