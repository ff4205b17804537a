/** Before each file of unit tests: the files of a worker share one fake browser, and none may depend on what another left. */
import { vi } from 'vitest';
import { resetExtension } from '../unit/support/fake-extension.ts';

vi.useRealTimers();
vi.unstubAllEnvs();
vi.unstubAllGlobals();
vi.restoreAllMocks();
resetExtension();
