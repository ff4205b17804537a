/**
 * Everything that the panel can look like besides a list of bookings: every error code, and every empty, loading and
 * partial state. Pictures, axe and the keyboard go through all of them.
 */
import type { PanelState } from './states/arrange.ts';
import { errors } from './states/errors.ts';
import { others } from './states/others.ts';

export const states: readonly PanelState[] = [...errors, ...others];
