import type { Signal } from '@preact/signals';
import { rememberChoices, storedPanelChoices } from '../../utils/settings/panel-choices-item.ts';
import type { PanelChoices } from '../../utils/settings/panel-choices-schema.ts';
import { storedChoice } from '../ui/stored-choice.ts';

/** What panels share of what is chosen, as the options show and change it. */
export interface OutputChoicesHere {
  value: Signal<PanelChoices>;
  /** Changes some choices and leaves the others as they are. */
  choose(some: Partial<PanelChoices>): void;
}

export async function createOutputChoices(): Promise<OutputChoicesHere> {
  const { value, choose } = await storedChoice(storedPanelChoices);
  return {
    value,
    choose: (some) => void choose({ ...value.value, ...some }, () => rememberChoices(some)),
  };
}
