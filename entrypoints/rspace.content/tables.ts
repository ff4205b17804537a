/** Becomes `content-scripts/rspace-tables.js`, which the background brings when it is needed (`wxt.config.ts`). */
import columns from '../../assets/styles/columns.css?inline';
import details from './details.css?inline';
import sheet from './sheet.css?inline';
import update from './update.css?inline';

export * from '../../components/panel/insert/tables.ts';

export const css = columns + details + sheet + update;
