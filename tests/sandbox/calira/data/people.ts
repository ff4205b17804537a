import type { Account, Person } from './records.ts';

/** The person who signs in to the sandbox. */
export const ADA = {
  id: 91471,
  name: 'Ada Byron',
  email: 'ada.byron@example.org',
} as const;

/** Name, mail name, home lab by name. Names as people really have them: diacritics, apostrophes, quotes. */
const OTHERS: readonly (readonly [name: string, mail: string, lab: string])[] = [
  ['José Ángel Ibáñez', 'jose.ibanez', 'Imaging Core'],
  ['Siobhán O’Connor', 'siobhan.oconnor', 'Imaging Core'],
  ['Łukasz Wiśniewski', 'lukasz.wisniewski', 'Cytometry'],
  ['Zoë Müller-Lüdenscheidt', 'zoe.mueller', 'Genomics Core'],
  ['Søren Kjærgård', 'soren.kjaergaard', 'Müller & Søn „Protein“ Lab'],
  ['Nguyễn Thị Hương', 'huong.nguyen', 'Zebrafish <Facility> 🐟'],
  ['Grace Rivera', 'grace.rivera', 'Rivera Lab'],
  ['William "Bill" D’Arcy', 'bill.darcy', 'Rivera Lab'],
  ['Priya Raghunathan', 'priya.raghunathan', 'Nanofabrication Unit'],
  ['Tāne Ngata', 'tane.ngata', 'Coastal Sensing Lab'],
];

/** Everybody who may have booked something; Ada first. Whoever's home lab is not there belongs to the first lab. */
export const seedPeople = (labs: readonly Account[]): Person[] => {
  const labId = (name: string) => (labs.find((lab) => lab.name === name) ?? labs[0])?.id ?? 0;
  return [
    { ...ADA, sector: 'Academia', labId: labId('Byron Lab') },
    ...OTHERS.map(([name, mail, lab], index) => ({
      id: 91472 + index * 13,
      name,
      email: `${mail}@example.org`,
      sector: index % 4 === 3 ? null : 'Academia',
      labId: labId(lab),
    })),
  ];
};
