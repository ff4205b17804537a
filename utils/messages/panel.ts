/**
 * What a panel and the background say to each other over one `runtime.Port` per open panel. A panel runs on a page:
 * whatever it sends is checked against these schemas, and nothing here leads to a token.
 */
import * as v from 'valibot';
import type { BookingRow } from '../bookings/booking.ts';
import type { Connection } from '../calira/connection.ts';
import type { LabsForPanel } from '../calira/lab-choice.ts';
import type { Failure } from './failure.ts';
import type { Result } from './result.ts';

export const panelPort = 'panel';

const ids = v.pipe(v.array(v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/))), v.maxLength(20_000));

/** The parameters of every command that a panel may send. */
export const panelCommands = {
  connect: v.strictObject({}),
  openOptions: v.strictObject({}),
  openCalira: v.strictObject({}),
  /** Opens the popup, where the person decides about labs: a page must not be able to. */
  openLabs: v.strictObject({}),
  load: v.strictObject({}),
  details: v.strictObject({ ids }),
};

export type PanelCommand = keyof typeof panelCommands;
export type PanelParameters<C extends PanelCommand> = v.InferOutput<(typeof panelCommands)[C]>;

export interface LoadSummary {
  /** When Calira was asked, in milliseconds since the epoch. */
  retrievedAt: number;
  /** Bookings that Calira has but that could not be read. */
  missing: number;
  /** Why something is missing, or why equipment or time zones are. */
  failure: Failure | null;
}

export interface MissingBooking {
  id: string;
  failure: Failure;
}

/** What each command answers. */
export interface PanelValues {
  connect: void;
  openOptions: void;
  openCalira: void;
  openLabs: void;
  load: LoadSummary;
  details: MissingBooking[];
}

/** What the background tells by itself. */
export interface PanelPushes {
  connection: Connection;
  labs: LabsForPanel;
  /** Rows that are new or know more than before. */
  rows: BookingRow[];
  /** How far the list has come: `total` where all of it may appear, `checking` bookings whose lab is being asked for. */
  progress: { received: number; total: number | null; checking: number };
}

export type PanelPush = {
  [P in keyof PanelPushes]: { push: P; value: PanelPushes[P] };
}[keyof PanelPushes];

/** From the panel: a command with an id of the panel's choosing, or the wish to cancel one. */
export const panelRequest = v.union([
  v.strictObject({
    id: v.number(),
    command: v.picklist(Object.keys(panelCommands) as PanelCommand[]),
    parameters: v.unknown(),
  }),
  v.strictObject({ cancel: v.number() }),
]);

/** From the background: an answer to the command with this id, or a push. */
export type PanelMessage = { id: number; result: Result<unknown> } | PanelPush;
