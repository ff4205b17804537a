import type { GrantedLab } from '../../utils/calira/lab-choice.ts';
import { foldedText } from '../../utils/folded-text.ts';
import { cityOf } from './time-zone-city.ts';

/** @returns the labs that every word of the query is found in: in the name, the city, or what the lab belongs to. */
export function findLabs(labs: readonly GrantedLab[], query: string): readonly GrantedLab[] {
  const words = foldedText(query).split(' ');
  return labs.filter(({ name, path, timeZone }) => {
    const text = foldedText([name, ...path, timeZone ? cityOf(timeZone) : ''].join(' '));
    return words.every((word) => text.includes(word));
  });
}
