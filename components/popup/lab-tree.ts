import type { GrantedLab } from '../../utils/calira/lab-choice.ts';

/** An organisation or a department with the labs in it; the root of the tree stands for all of them. */
export interface LabBranch {
  /** Empty for the root. */
  name: string;
  /** The names from the root down to this branch: different branches may have the same name. */
  path: string[];
  branches: LabBranch[];
  /** The labs that belong to this branch directly. */
  labs: GrantedLab[];
}

/** @returns the root of the tree of labs: at each level branches first, then labs, both by alphabet. */
export function labTree(labs: readonly GrantedLab[], locale: string): LabBranch {
  const root: LabBranch = { name: '', path: [], branches: [], labs: [] };
  for (const lab of labs) lab.path.reduce(branchBelow, root).labs.push(lab);
  const { compare } = new Intl.Collator(locale, { numeric: true });
  sortBranch(root, (a, b) => compare(a.name, b.name));
  return root;
}

function branchBelow(parent: LabBranch, name: string): LabBranch {
  const known = parent.branches.find((branch) => branch.name === name);
  if (known) return known;
  const branch: LabBranch = { name, path: [...parent.path, name], branches: [], labs: [] };
  parent.branches.push(branch);
  return branch;
}

function sortBranch(branch: LabBranch, compare: (a: { name: string }, b: { name: string }) => number): void {
  branch.branches.sort(compare);
  branch.labs.sort(compare);
  for (const one of branch.branches) sortBranch(one, compare);
}

/** @returns the labs in a branch, however deep. */
export function labsIn({ branches, labs }: LabBranch): GrantedLab[] {
  return [...branches.flatMap(labsIn), ...labs];
}
