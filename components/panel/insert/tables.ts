/** The parts of the panel that a script of its own brings: see `late-tables.ts`. */
export { bookingOutput, equipmentOutput } from '../../../utils/rspace/output/output.ts';
export { BookingDetailsView } from '../list/booking-details.tsx';
export { UpdateSheet } from '../update/update-sheet.tsx';
export { ColumnsSheet } from './columns-sheet.tsx';
export { deliver } from './deliver.ts';
export { openField } from './field-opening.ts';
