import type { AuthorisationStage } from './authorisation-stage.ts';
import { openAuthorisationStage } from './authorisation-stage.ts';

/** The stage of this process, while no test file uses it. */
let kept: AuthorisationStage | undefined;

/**
 * The stage that test files use one after the other: a browser with the extension takes longer to start than most tests
 * run. It ends with the process (`tests/setup/shared-by-files.ts`).
 * @returns the stage as it is at first, whatever the test file before has done; to dispose of it gives it back.
 */
export async function sharedStage(): Promise<AuthorisationStage> {
  const stage = kept ?? globalThis.sharedByFiles.use(await openAuthorisationStage());
  kept = undefined;
  return {
    ...stage,
    async [Symbol.asyncDispose]() {
      // A test may have ended the extension's own pages: then nobody can put the stage in order.
      if (stage.own.isClosed()) return;
      await stage.renew();
      kept = stage;
    },
  };
}
