import type { GrantedLab, LabChoice } from '../../../utils/calira/lab-choice.ts';
import { noLabs } from '../../../utils/calira/lab-choice.ts';

/** A lab whose id is its name. */
export const grantedLab = (
  name: string,
  path: string[] = [],
  timeZone: string | null = null,
): GrantedLab => ({
  id: name,
  name,
  path,
  timeZone,
  detailsReadAt: 0,
});

/** A choice about labs of these names; null: not decided. */
export const choiceOf = (
  labs: Record<string, boolean | null>,
  extra: Partial<LabChoice> = {},
): LabChoice => ({
  ...noLabs,
  granted: Object.keys(labs).map((name) => grantedLab(name)),
  decisions: Object.fromEntries(
    Object.entries(labs).flatMap(([name, decision]) =>
      decision === null ? [] : [[name, decision] as const],
    ),
  ),
  ...extra,
});
