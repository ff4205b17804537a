import type { AuthorisedLab } from '../../utils/calira/labs.ts';

/** The labs of one department or organisation, or those that stand by themselves. */
interface LabGroup {
  parent: string | null;
  labs: AuthorisedLab[];
}

/** @returns the labs under what they belong to, both in alphabetical order; labs without a parent come last. */
export function groupLabs(labs: readonly AuthorisedLab[], locale: string): LabGroup[] {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const groups = Map.groupBy(labs, (lab) => lab.parent);
  return [...groups]
    .map(([parent, members]) => ({ parent, labs: members.toSorted((a, b) => compare(a.name, b.name)) }))
    .sort((a, b) => {
      if (a.parent === null || b.parent === null)
        return Number(a.parent === null) - Number(b.parent === null);
      return compare(a.parent, b.parent);
    });
}

/** @returns the city of a time zone's IANA name: `Buenos Aires` of `America/Argentina/Buenos_Aires`. */
export function cityOf(timeZone: string): string {
  return timeZone.slice(timeZone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}
