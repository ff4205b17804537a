/** What the panel remembers of how somebody looks at their bookings. */
import * as v from 'valibot';
import { presets } from '../bookings/days.ts';
import { sortColumns } from '../bookings/sort.ts';
import { views } from '../bookings/view.ts';
import { bookingColumns } from './columns.ts';
import { documentLanguages } from './document-language.ts';
import { forms } from './form.ts';

const name = v.pipe(v.string(), v.maxLength(500));
const named = v.strictObject({ id: v.pipe(v.string(), v.maxLength(64)), name });
const day = v.nullable(v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/)));

const entries = {
  view: v.picklist(views),
  maintenanceOnly: v.boolean(),
  lab: v.nullable(named),
  equipment: v.nullable(named),
  bookedBy: v.nullable(name),
  period: v.union([v.strictObject({ preset: v.picklist(presets) }), v.strictObject({ from: day, to: day })]),
  sort: v.strictObject({ column: v.picklist(sortColumns), descending: v.boolean() }),
  /** Of the drawer, in CSS pixels; null until somebody has changed it. */
  width: v.nullable(v.pipe(v.number(), v.minValue(200), v.maxValue(4000))),
  form: v.picklist(forms),
  /** Of inserted tables, in their order; null until somebody has changed them. */
  columns: v.nullable(
    v.pipe(v.array(v.picklist(bookingColumns)), v.minLength(1), v.maxLength(bookingColumns.length)),
  ),
  /** Of inserted text; null, or none, for the browser's. Only the options page changes it. */
  documentLanguage: v.exactOptional(v.nullable(v.picklist(documentLanguages))),
  /** Whether the person has read that RSpace has a Calira integration of its own. */
  integrationTold: v.exactOptional(v.boolean()),
};

export const panelChoicesSchema = v.strictObject(entries);
/** Some of them: panels in several tabs leave one another's other choices alone. */
export const somePanelChoices = v.strictObject({
  view: v.exactOptional(entries.view),
  maintenanceOnly: v.exactOptional(entries.maintenanceOnly),
  lab: v.exactOptional(entries.lab),
  equipment: v.exactOptional(entries.equipment),
  bookedBy: v.exactOptional(entries.bookedBy),
  period: v.exactOptional(entries.period),
  sort: v.exactOptional(entries.sort),
  width: v.exactOptional(entries.width),
  form: v.exactOptional(entries.form),
  columns: v.exactOptional(entries.columns),
  integrationTold: entries.integrationTold,
});

export type PanelChoices = v.InferOutput<typeof panelChoicesSchema>;
/** What concerns inserted text, and so every document that is open. */
export type OutputChoices = Pick<PanelChoices, 'form' | 'columns' | 'documentLanguage'>;
