import { expect } from 'vitest';
import type { AuthorisationStage, OpenPanel } from './authorisation-stage.ts';
import { connectionOf, storedSecrets } from './authorisation-stage.ts';

/** A connected panel beside an open field, in which two bookings are selected. */
export interface AtWork extends OpenPanel {
  /** The selection, the document and the refresh token are what they were, and nothing is under way. */
  expectNothingLost(): Promise<void>;
}

/** @param opened a connected panel, everything listed, beside a field that is open for editing. */
export async function atWork(stage: AuthorisationStage, opened: OpenPanel): Promise<AtWork> {
  const { panel, editor } = opened;
  for (const name of ['todayEarly', 'todayLate'] as const)
    await panel.booking(stage.sandbox.control.specimen(name).id).check();
  await panel.region.getByText('2 selected').waitFor();
  const text = await editor.locator('body').innerText();
  const { lasting } = await storedSecrets(stage.own);
  return {
    ...opened,
    async expectNothingLost() {
      await panel.loaded();
      expect(await panel.status.innerText()).toBe('2 selected');
      expect(await editor.locator('body').innerText()).toBe(text);
      expect((await storedSecrets(stage.own)).lasting.refreshToken).toEqual(lasting.refreshToken);
      expect(await connectionOf(stage.own)).toMatchObject({ state: 'connected' });
    },
  };
}
