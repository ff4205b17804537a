/** The rule by which labs are authorised: decisions are the person's, kept per lab, and only the person makes them. */
import * as v from 'valibot';
import type { Lab, Named } from '../bookings/booking.ts';
import { failure } from './connection-schema.ts';
import type { LabReading } from './labs.ts';

const named = v.object({ id: v.string(), name: v.string() });

export const grantedLab = v.object({
  ...named.entries,
  /** IANA name, from the lab's own details; null where they name none or have not been read. */
  timeZone: v.nullable(v.string()),
  /** When the lab's own details were read, in milliseconds since the epoch; 0 before. */
  detailsReadAt: v.number(),
  /** The names of the organisation and the department above the lab, outermost first. */
  path: v.array(v.string()),
});

/** A lab whose data Calira returns through the present authorisation. */
export type GrantedLab = v.InferOutput<typeof grantedLab>;

export const labChoiceSchema = v.object({
  granted: v.array(grantedLab),
  /** By lab id: whether its bookings may appear in RSpace. A lab without a decision is new, and may not. */
  decisions: v.record(v.string(), v.boolean()),
  /** Labs that Calira granted once and no longer does, until the person decides or authorises again. */
  lost: v.array(named),
  /** Whether the person has authorised since the labs were read: what is known here may be another account's. */
  unread: v.boolean(),
  /** Whether Calira may grant more labs than could be understood: whatever they are, they are not authorised. */
  incomplete: v.boolean(),
  /** Why they are unread, where they were asked for in vain. */
  failure: v.exactOptional(failure),
});

export type LabChoice = v.InferOutput<typeof labChoiceSchema>;

export const noLabs: LabChoice = {
  granted: [],
  decisions: {},
  lost: [],
  unread: false,
  incomplete: false,
};

/** Decisions about labs that are granted; those about others do not outlive a grant that is known. */
function decisionsFor(
  granted: readonly GrantedLab[],
  decide: (id: string) => boolean | undefined,
): LabChoice['decisions'] {
  const decided = granted.flatMap(({ id }) => {
    const decision = decide(id);
    return decision === undefined ? [] : [[id, decision] as const];
  });
  return Object.fromEntries(decided);
}

/** What was read of a lab's own details stays, however often the list of labs is read. */
function withKnownDetails(granted: readonly GrantedLab[], before: LabChoice): GrantedLab[] {
  const known = new Map(before.granted.map((lab) => [lab.id, lab]));
  return granted.map((lab) => {
    const { timeZone, detailsReadAt } = known.get(lab.id) ?? lab;
    return { ...lab, timeZone, detailsReadAt };
  });
}

/**
 * After an interactive authorisation: the person has just ticked labs in Calira, so those never decided before are
 * authorised; one that was unticked here stays unticked.
 */
export function afterAuthorisation(before: LabChoice, { labs, incomplete }: LabReading): LabChoice {
  return {
    granted: withKnownDetails(labs, before),
    decisions: {
      ...(incomplete ? before.decisions : {}),
      ...decisionsFor(labs, (id) => before.decisions[id] ?? true),
    },
    lost: [],
    unread: false,
    incomplete,
  };
}

/** After reading the labs at any other time: one that is new waits for the person, one that is gone leaves a note. */
export function afterReading(before: LabChoice, { labs, incomplete }: LabReading): LabChoice {
  const now = new Set(labs.map(({ id }) => id));
  const absent = before.granted.filter(({ id }) => !now.has(id));
  // Of an answer that was not understood, an absent lab may be a part.
  const granted = incomplete ? [...labs, ...absent] : labs;
  const gone = incomplete ? [] : absent.map(({ id, name }) => ({ id, name }));
  return {
    granted: withKnownDetails(granted, before),
    decisions: decisionsFor(granted, (id) => before.decisions[id]),
    lost: [...before.lost.filter(({ id }) => !now.has(id)), ...gone],
    unread: false,
    incomplete,
  };
}

/** After the person has pressed *Authorise* with these labs ticked: every granted lab is decided. */
export function afterDecision(before: LabChoice, ticked: ReadonlySet<string>): LabChoice {
  return { ...before, decisions: decisionsFor(before.granted, (id) => ticked.has(id)), lost: [] };
}

/** @returns the labs whose bookings may appear. */
export function authorisedLabs({ granted, decisions }: LabChoice): GrantedLab[] {
  return granted.filter(({ id }) => decisions[id] === true);
}

/** @returns the labs that wait for a decision. */
export function newLabs({ granted, decisions }: LabChoice): GrantedLab[] {
  return granted.filter(({ id }) => decisions[id] === undefined);
}

/** @returns whether all that Calira returns may appear, so that no booking has to be asked whose it is. */
export function isEverythingAuthorised(choice: LabChoice): boolean {
  const { granted, incomplete } = choice;
  return !incomplete && granted.length > 0 && authorisedLabs(choice).length === granted.length;
}

/** @returns a text that changes with the set of authorised labs, and with nothing else. */
export function authorisedKey(choice: LabChoice): string {
  const ids = authorisedLabs(choice).map(({ id }) => id);
  return `${isEverythingAuthorised(choice) ? 'all ' : ''}${ids.sort().join(' ')}`;
}

/** What a panel is told of the choice: nothing of a lab that is not authorised but its name. */
export interface LabsForPanel {
  /** Whether all that Calira returns may appear. */
  everything: boolean;
  authorised: Lab[];
  new: Named[];
  lost: Named[];
}

export function labsForPanel(choice: LabChoice): LabsForPanel {
  const nameOnly = ({ id, name }: Named): Named => ({ id, name });
  return {
    everything: isEverythingAuthorised(choice),
    authorised: authorisedLabs(choice).map(({ id, name, timeZone }) => ({ id, name, timeZone })),
    new: newLabs(choice).map(nameOnly),
    lost: choice.lost,
  };
}
