/**
 * What a panel may ask of the background. It runs on a page: whatever it sends is checked against these schemas, in the
 * background, so that the page has no schemas to load.
 */
import * as v from 'valibot';
import { somePanelChoices } from '../settings/panel-choices-schema.ts';

const id = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/));
/** As many bookings as may be selected at a time. */
const ids = v.pipe(v.array(id), v.maxLength(20_000));
/** As many as the tables of one field can hold: each costs Calira a request, whatever is known of it. */
const idsInField = v.pipe(v.array(id), v.maxLength(5_000));

/** The parameters of every command. */
export const panelCommands = {
  connect: v.strictObject({}),
  openOptions: v.strictObject({}),
  openCalira: v.strictObject({}),
  /** Opens the popup, where the person decides about labs: a page must not be able to. */
  openLabs: v.strictObject({}),
  /** The person has read which labs Calira no longer grants. */
  dismissLost: v.strictObject({}),
  /**
   * `known`: whether the rows of an earlier reading are wanted first, by a panel that shows none yet. `enough`: of when a
   * reading would do (milliseconds since the epoch), where another panel has had one.
   */
  load: v.strictObject({ known: v.boolean(), enough: v.optional(v.number()) }),
  /** `check`: whether nobody looks at these bookings, so that they can wait for all others. */
  details: v.strictObject({ ids, check: v.boolean() }),
  /** The same, read again whatever is known. */
  renewDetails: v.strictObject({ ids: idsInField }),
  /** Keeps choices for the next panel. */
  remember: v.strictObject({ choices: somePanelChoices }),
};

export type PanelCommand = keyof typeof panelCommands;
export type PanelParameters<C extends PanelCommand> = v.InferOutput<(typeof panelCommands)[C]>;

/** From the panel: a command with an id of the panel's choosing, or the wish to cancel one. */
export const panelRequest = v.union([
  v.strictObject({
    id: v.number(),
    command: v.picklist(Object.keys(panelCommands) as PanelCommand[]),
    parameters: v.unknown(),
  }),
  v.strictObject({ cancel: v.number() }),
]);
