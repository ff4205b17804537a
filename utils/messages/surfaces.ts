/**
 * What the extension's own pages (popup, options) may ask of the background, as one-shot messages. They are
 * recognised by their address, never by a missing `sender.tab`: a popup opened as a tab has one.
 */
import * as v from 'valibot';
import type { ConnectionReport } from '../calira/connection-report.ts';

const tabId = v.pipe(v.number(), v.integer());

export const surfaceCommands = {
  connect: v.strictObject({}),
  disconnect: v.strictObject({}),
  /** The person has read how the latest sign-in ended. */
  failureSeen: v.strictObject({}),
  /** Brings a stored state up to date that a stopped worker may have left behind. */
  recover: v.strictObject({}),
  /** Exactly these of the granted labs are authorised from now on. */
  authoriseLabs: v.strictObject({ ids: v.pipe(v.array(v.string()), v.maxLength(10_000)) }),
  /** Reads from Calira which labs it grants. */
  readLabs: v.strictObject({}),
  /** An empty secret forgets the stored one. It can be replaced but never read back. */
  setClientSecret: v.strictObject({ secret: v.pipe(v.string(), v.maxLength(500)) }),
  hasClientSecret: v.strictObject({}),
  /** Asks Calira's two addresses what they are, and whether they know the client. */
  testConnection: v.strictObject({}),
  /** Opens the panel in a tab. */
  showPanel: v.strictObject({ tabId }),
  /** Asks the panel's script in a tab whether a text field is open for editing. */
  isFieldOpen: v.strictObject({ tabId }),
};

export type SurfaceCommand = keyof typeof surfaceCommands;
export type SurfaceParameters<C extends SurfaceCommand> = v.InferOutput<(typeof surfaceCommands)[C]>;

export interface SurfaceValues {
  connect: void;
  disconnect: void;
  failureSeen: void;
  recover: void;
  authoriseLabs: void;
  readLabs: void;
  setClientSecret: void;
  hasClientSecret: boolean;
  testConnection: ConnectionReport;
  /** Whether there is a panel in that tab. */
  showPanel: boolean;
  /** Null where no script of ours is there to tell. */
  isFieldOpen: boolean | null;
}

export const surfaceRequest = v.strictObject({
  command: v.picklist(Object.keys(surfaceCommands) as SurfaceCommand[]),
  parameters: v.unknown(),
});
