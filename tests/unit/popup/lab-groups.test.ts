import { describe, expect, it } from 'vitest';
import { cityOf, groupLabs } from '../../../components/popup/lab-groups.ts';

const lab = (name: string, parent: string | null) => ({ id: name, name, timeZone: null, parent });

describe('the tree of labs', () => {
  it('puts labs under their parents, all by alphabet, and those without one last', () => {
    const labs = [
      lab('Rivera Lab', null),
      lab('Lab 10', 'Zoology'),
      lab('Imaging Core', 'Ökologie'),
      lab('Lab 9', 'Zoology'),
      lab('Äußere Messstelle', null),
      lab('Cytometry', 'Ökologie'),
    ];
    expect(
      groupLabs(labs, 'en').map(({ parent, labs: own }) => [parent, own.map(({ name }) => name)]),
    ).toEqual([
      ['Ökologie', ['Cytometry', 'Imaging Core']],
      ['Zoology', ['Lab 9', 'Lab 10']],
      [null, ['Äußere Messstelle', 'Rivera Lab']],
    ]);
  });

  it('is empty without labs', () => {
    expect(groupLabs([], 'en')).toEqual([]);
  });
});

it.each([
  ['Europe/London', 'London'],
  ['America/Argentina/Buenos_Aires', 'Buenos Aires'],
  ['America/New_York', 'New York'],
  ['UTC', 'UTC'],
])('the city of %s is %s', (timeZone, city) => {
  expect(cityOf(timeZone)).toBe(city);
});
