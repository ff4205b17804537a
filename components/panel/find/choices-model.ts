import { signal } from '@preact/signals';
import type { PanelClient } from '../../../utils/messages/panel-client.ts';
import { defaultPanelChoices } from '../../../utils/settings/panel-choices.ts';
import type { OutputChoices, PanelChoices } from '../../../utils/settings/panel-choices-schema.ts';

const keyOf = ({ form, columns }: OutputChoices) => JSON.stringify([form, columns]);

export type ChoicesModel = ReturnType<typeof createChoicesModel>;

/** How somebody looks at their bookings. It outlives the panel: the background keeps it, in this browser's profile. */
export function createChoicesModel(client: PanelClient) {
  const current = signal<PanelChoices>(defaultPanelChoices);
  let told = false;
  /** What was chosen here of what is inserted: the background tells of it too, perhaps when more has been chosen already. */
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
      const echo = own.indexOf(keyOf(chosen));
      if (echo >= 0) own.splice(0, echo + 1);
      else current.value = { ...current.value, ...chosen };
    },
    change(some: Partial<PanelChoices>) {
      const before = keyOf(current.value);
      current.value = { ...current.value, ...some };
      const now = keyOf(current.value);
      if (now !== before) own.push(now);
      // A choice that could not be kept is in force all the same.
      void client.ask('remember', { choices: some }).catch(() => {});
    },
  };
}
