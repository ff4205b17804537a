import { expect, it } from 'vitest';
import { findLabs } from '../../../components/popup/lab-search.ts';
import { grantedLab } from '../support/labs.ts';

const labs = [
  grantedLab('Müller & Søn „Protein“ Lab', ['Northgate University', 'Institute for Molecular Medicine']),
  grantedLab('Zebrafish 🐟', ['Northgate University'], 'America/Argentina/Buenos_Aires'),
  grantedLab('Strauß Łab', [], 'Europe/London'),
];

it.each([
  ['', [0, 1, 2]],
  ['muller', [0]],
  ['  SØN   protein ', [0]],
  ['son', [0]],
  ['lab muller', [0]],
  ['northgate', [0, 1]],
  ['northgate molecular', [0]],
  ['buenos aires', [1]],
  ['🐟', [1]],
  ['STRAUSS lab', [2]],
  ['america', []],
  ['muller zebrafish', []],
])('%j finds %j', (query, found) => {
  expect(findLabs(labs, query)).toEqual(found.map((index) => labs[index]));
});
