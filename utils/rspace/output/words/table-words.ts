import type { BookingColumn } from '../../../settings/columns.ts';

export type EquipmentColumn =
  | 'id'
  | 'name'
  | 'manufacturer'
  | 'model'
  | 'room'
  | 'contact'
  | 'lastCompleted'
  | 'lastMaintenance';

/** The few words of what is inserted, in one language. */
export interface TableWords {
  columns: Record<BookingColumn, string>;
  equipmentColumns: Record<EquipmentColumn, string>;
  /** A name before what it names, with its colon. */
  named: (name: string) => string;
  booking: (id: string) => string;
  /** The link to the whole of a text that was shortened. */
  more: string;
  provenance: (when: string) => string;
  equipmentProvenance: (when: string) => string;
  /** After an update that could not see every booking. */
  older: (count: number, total: number, when: string) => string;
}
