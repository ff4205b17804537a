/**
 * What a panel and the background say to each other over one `runtime.Port` per open panel: the panel's commands are in
 * `panel-commands.ts`, what it is told is here. Nothing of it leads to a token.
 */
import type { BookingRow } from '../bookings/booking.ts';
import type { Connection } from '../calira/connection.ts';
import type { LabsForPanel } from '../calira/lab-choice.ts';
import type { InstitutionColumns } from '../settings/columns.ts';
import type { OutputChoices, PanelChoices } from '../settings/panel-choices-schema.ts';
import type { ActiveSites } from '../site-pattern.ts';
import type { Failure } from './failure.ts';
import type { Result } from './result.ts';

export const panelPort = 'panel';

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
  dismissLost: void;
  load: LoadSummary;
  details: MissingBooking[];
  renewDetails: MissingBooking[];
  remember: void;
}

/** What the background tells by itself. */
export interface PanelPushes {
  /** What was remembered; told to every panel that connects. */
  choices: PanelChoices;
  columns: InstitutionColumns;
  /** What somebody has changed of what is inserted: in the options, or in another panel. */
  chosen: OutputChoices;
  connection: Connection;
  labs: LabsForPanel;
  /** Rows that are new or know more than before. */
  rows: BookingRow[];
  /** Everything has been told that there is for now: nobody needs to wait for what might belong to it. */
  told: null;
  /** Where the extension works: a panel that stands elsewhere leaves. */
  sites: ActiveSites;
  /** Whether the button at the edge of the page is to be seen. */
  button: boolean;
  /** Somebody wants the panel: by the keyboard, or from the popup. */
  show: null;
  /** Rows as an earlier reading has left them, when that was (milliseconds since the epoch); Calira is being asked. */
  known: { rows: BookingRow[]; retrievedAt: number };
  /** Another panel has had the whole list read, when Calira was asked (milliseconds since the epoch). */
  read: number;
  /**
   * How far the list has come: how many bookings of it have been told, of how many where all may appear, and whether
   * Calira is being asked whose some are. How many other labs have is nobody's business on the page.
   */
  progress: { received: number; total: number | null; checking: boolean };
}

export type PanelPush = {
  [P in keyof PanelPushes]: { push: P; value: PanelPushes[P] };
}[keyof PanelPushes];

/** From the background: an answer to the command with this id, or a push. */
export type PanelMessage = { id: number; result: Result<unknown> } | PanelPush;
