import { expect, it } from 'vitest';
import type { LabBranch } from '../../../components/popup/lab-tree.ts';
import { labsIn, labTree } from '../../../components/popup/lab-tree.ts';
import { grantedLab } from '../support/labs.ts';

type Outline = (string | [string, Outline])[];
const outline = ({ branches, labs }: LabBranch): Outline => [
  ...branches.map((branch): [string, Outline] => [branch.name, outline(branch)]),
  ...labs.map(({ name }) => name),
];

it('puts labs below what they belong to: branches first, all by alphabet, numbers by their value', () => {
  const labs = [
    grantedLab('Rivera Lab'),
    grantedLab('Lab 10', ['Zoology']),
    grantedLab('Imaging Core', ['Ökologie', 'Institut']),
    grantedLab('Lab 9', ['Zoology']),
    grantedLab('Äußere Messstelle'),
    grantedLab('Cytometry', ['Ökologie']),
    grantedLab('Histology', ['Zoology', 'Institut']),
  ];
  expect(outline(labTree(labs, 'en'))).toEqual([
    ['Ökologie', [['Institut', ['Imaging Core']], 'Cytometry']],
    ['Zoology', [['Institut', ['Histology']], 'Lab 9', 'Lab 10']],
    'Äußere Messstelle',
    'Rivera Lab',
  ]);
});

it('tells branches of the same name apart by their paths', () => {
  const tree = labTree([grantedLab('a', ['X', 'Institut']), grantedLab('b', ['Y', 'Institut'])], 'en');
  expect(tree.branches.flatMap(({ branches }) => branches.map(({ path }) => path))).toEqual([
    ['X', 'Institut'],
    ['Y', 'Institut'],
  ]);
});

it('knows all labs in a branch, however deep', () => {
  const labs = [grantedLab('a'), grantedLab('b', ['X']), grantedLab('c', ['X', 'Y'])];
  const tree = labTree(labs, 'en');
  expect(labsIn(tree).map(({ id }) => id)).toEqual(['c', 'b', 'a']);
  expect(tree.branches.flatMap(labsIn)).toHaveLength(2);
});

it('is empty without labs', () => {
  expect(outline(labTree([], 'en'))).toEqual([]);
});
