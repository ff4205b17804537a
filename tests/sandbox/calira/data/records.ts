import type { SpecimenName } from './specimens.ts';

/** What the fake Calira stores. Instants are milliseconds since 1970; the answers of the API are made from these. */

export interface Account {
  id: number;
  name: string;
  accountType: 'lab' | 'department' | 'organisation';
  sector: string | null;
  description: string | null;
  timezone: string;
  city: string | null;
  country: string | null;
  currency: string;
  departmentId: number | null;
  organisationId: number | null;
}

export interface Person {
  id: number;
  name: string;
  email: string;
  sector: string | null;
  labId: number;
}

export interface Equipment {
  id: number;
  labId: number;
  name: string;
  description: string | null;
  room: string | null;
  availability: string;
  manufacturer: string | null;
  model: string | null;
  /** Older answers call the model `model_number`. */
  legacyModelKey: boolean;
  category: string | null;
  contact: Person | null;
}

export type DetailKey =
  | 'requester'
  | 'equipment'
  | 'requester_lab'
  | 'provider_lab'
  | 'requester_organisation'
  | 'provider_organisation';

export interface Booking {
  id: number;
  equipmentId: number;
  providerLabId: number;
  requesterLabId: number | null;
  requester: Person | null;
  start: number;
  end: number;
  status: string;
  type: string;
  note: string | null;
  cost: string | null;
  requestedAt: number | null;
  addOns: readonly string[];
  /** Keys of the details that the answer leaves null although the fact exists. */
  blank: readonly DetailKey[];
}

export interface CaliraData {
  accounts: Map<number, Account>;
  people: Person[];
  equipment: Map<number, Equipment>;
  bookings: Map<number, Booking>;
  /** Those of the bookings that tests ask for by name: all of them, where there are enough labs and bookings. */
  specimens: Map<SpecimenName, Booking>;
}
