import { FACILITIES, type Facility } from './facilities.ts';
import type { Account } from './records.ts';

const ORGANISATION = 1100;
const DEPARTMENTS = { bioscience: 1101, medicine: 1102 } as const;
const KINDS = [
  'Proteomics',
  'Sequencing',
  'Electrophysiology',
  'Microfabrication',
  'Metabolomics',
  'Neuroscience',
];

const parent = (id: number, name: string, accountType: 'department' | 'organisation'): Account => ({
  id,
  name,
  accountType,
  sector: 'Academia',
  description: null,
  timezone: 'Europe/London',
  city: null,
  country: null,
  currency: 'GBP',
  departmentId: null,
  organisationId: accountType === 'department' ? ORGANISATION : null,
});

/** The lab that a facility's description makes. */
export const labAccount = (facility: Facility): Account => ({
  id: facility.id,
  name: facility.name,
  accountType: 'lab',
  sector: facility.parent === null ? null : 'Academia',
  description:
    facility.instruments.length === 0 ? null : `${facility.name}: ${facility.instruments.length} instruments`,
  timezone: facility.timezone,
  city: facility.city,
  country: facility.country,
  currency: facility.currency,
  departmentId:
    facility.parent === 'bioscience' || facility.parent === 'medicine' ? DEPARTMENTS[facility.parent] : null,
  organisationId: facility.parent === null ? null : ORGANISATION,
});

/** The first `count` facilities; beyond the named ones, more of their kind with numbers. */
export const facilities = (count: number): Facility[] =>
  Array.from({ length: count }, (_, index) => {
    const model = FACILITIES[index % FACILITIES.length] as Facility;
    if (index < FACILITIES.length) return model;
    return {
      ...model,
      id: 2000 + index * 3,
      name: `${KINDS[index % KINDS.length]} Lab ${index + 1}`,
      bookings: 10,
      instruments: model.instruments.slice(0, 2),
    };
  });

/** All accounts: the organisation, its departments, the labs. */
export const seedAccounts = (labs: readonly Facility[]): Account[] => [
  parent(ORGANISATION, 'Northgate University', 'organisation'),
  parent(DEPARTMENTS.bioscience, 'Department of Bioscience Services', 'department'),
  parent(DEPARTMENTS.medicine, 'Institute for Molecular Medicine', 'department'),
  ...labs.map(labAccount),
];
