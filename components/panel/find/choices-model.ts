import { signal } from '@preact/signals';
import type { PanelClient } from '../../../utils/messages/panel-client.ts';
import { defaultPanelChoices } from '../../../utils/settings/panel-choices.ts';
import type { PanelChoices } from '../../../utils/settings/panel-choices-schema.ts';

export type ChoicesModel = ReturnType<typeof createChoicesModel>;

/** How somebody looks at their bookings. It outlives the panel: the background keeps it, in this browser's profile. */
export function createChoicesModel(client: PanelClient) {
  const current = signal<PanelChoices>(defaultPanelChoices);
  let told = false;

  return {
    current,
    /** Takes up what was remembered, once: from then on this page knows best. */
    receive(remembered: PanelChoices) {
      if (!told) current.value = remembered;
      told = true;
    },
    change(some: Partial<PanelChoices>) {
      current.value = { ...current.value, ...some };
      // A choice that could not be kept is in force all the same.
      void client.ask('remember', { choices: some }).catch(() => {});
    },
  };
}
