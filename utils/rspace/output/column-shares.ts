import type { BookingColumn } from '../../settings/columns.ts';

/** How wide a column is beside others. */
const weights: Record<BookingColumn, number> = {
  id: 11,
  equipment: 22,
  manufacturer: 14,
  model: 13,
  room: 10,
  lab: 15,
  bookedBy: 15,
  requesterLab: 15,
  start: 16,
  end: 16,
  duration: 11,
  type: 12,
  cost: 8,
  status: 12,
  note: 22,
  notes: 13,
};

/** @returns the columns' shares of the width, in whole per cents that are a hundred together. */
export function columnShares(columns: readonly BookingColumn[]): number[] {
  return sharesOf(columns.map((column) => weights[column]));
}

/** @returns weights as whole per cents that are a hundred together; what rounding leaves goes to the widest. */
export function sharesOf(parts: readonly number[]): number[] {
  const sum = parts.reduce((total, weight) => total + weight, 0);
  const shares = parts.map((weight) => Math.round((weight * 100) / sum));
  const widest = shares.indexOf(Math.max(...shares));
  const rest = 100 - shares.reduce((total, share) => total + share, 0);
  return shares.map((share, index) => (index === widest ? share + rest : share));
}
