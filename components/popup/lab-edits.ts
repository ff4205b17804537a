/** What the person has ticked and unticked but not applied: kept as differences, so that labs may come and go below. */
import type { LabChoice } from '../../utils/calira/lab-choice.ts';

/** By lab id: whether it is to be authorised. */
export type LabEdits = ReadonlyMap<string, boolean>;

export const noEdits: LabEdits = new Map();

const isAuthorised = ({ decisions }: LabChoice, id: string) => decisions[id] === true;

/** @returns the ids of the granted labs that are ticked. */
export function tickedLabs(choice: LabChoice, edits: LabEdits): ReadonlySet<string> {
  const ids = choice.granted.map(({ id }) => id);
  return new Set(ids.filter((id) => edits.get(id) ?? isAuthorised(choice, id)));
}

/** @returns the edits after the person has ticked (or unticked) these labs. */
export function editLabs(
  choice: LabChoice,
  edits: LabEdits,
  ids: readonly string[],
  ticked: boolean,
): LabEdits {
  return openEdits(choice, new Map([...edits, ...ids.map((id) => [id, ticked] as const)]));
}

/** @returns the edits that would still change something: of labs that are granted and authorised otherwise. */
export function openEdits(choice: LabChoice, edits: LabEdits): LabEdits {
  const granted = new Set(choice.granted.map(({ id }) => id));
  return new Map([...edits].filter(([id, ticked]) => granted.has(id) && ticked !== isAuthorised(choice, id)));
}

/** @returns whether *Authorise* has anything to do: edits to apply, new labs to decide about, a note to take away. */
export function canDecide({ granted, decisions, lost }: LabChoice, edits: LabEdits): boolean {
  return edits.size > 0 || lost.length > 0 || granted.some(({ id }) => decisions[id] === undefined);
}
