import { signal } from '@preact/signals';
import type { PanelClient } from '../../../utils/messages/panel-client.ts';
import { defaultPanelChoices } from '../../../utils/settings/panel-choices.ts';
import type { OutputChoices, PanelChoices } from '../../../utils/settings/panel-choices-schema.ts';

export type ChoicesModel = ReturnType<typeof createChoicesModel>;

/** How somebody looks at their bookings. It outlives the panel: the background keeps it, in this browser's profile. */
export function createChoicesModel(client: PanelClient) {
  const current = signal<PanelChoices>(defaultPanelChoices);
  let told = false;
  /** Columns that were chosen here: the background tells of them too, perhaps when others have been chosen already. */
  const own: string[] = [];

  return {
    current,
    /** Takes up what was remembered, once: from then on this page knows best. */
    receive(remembered: PanelChoices) {
      if (!told) current.value = remembered;
      told = true;
    },
    /** Takes up what was chosen elsewhere of what is inserted. */
    follow(chosen: OutputChoices) {
      const echo = own.indexOf(JSON.stringify(chosen.columns));
      if (echo >= 0) own.splice(0, echo + 1);
      else current.value = { ...current.value, ...chosen };
    },
    change(some: Partial<PanelChoices>) {
      current.value = { ...current.value, ...some };
      if (some.columns !== undefined) own.push(JSON.stringify(some.columns));
      // A choice that could not be kept is in force all the same.
      void client.ask('remember', { choices: some }).catch(() => {});
    },
  };
}
