/**
 * Everything that the panel can look like besides a list of bookings: every error code, and every empty, loading and
 * partial state. Pictures, axe and the keyboard go through all of them.
 */
import type { PanelState } from './states/arrange.ts';
import { errors } from './states/errors.ts';
import { others } from './states/others.ts';

/** To be connected costs most: what leaves the connection as it is comes first, what needs none last. */
const place = ({ connected, endsAuthorisation }: PanelState): number =>
  connected === false ? 2 : endsAuthorisation ? 1 : 0;

export const states: readonly PanelState[] = [...errors, ...others].toSorted(
  (one, other) => place(one) - place(other),
);
