/** The settings of the options page as a file, for another browser or a colleague. Never with the client secret. */
import * as v from 'valibot';
import { parseAddress } from './address.ts';
import { caliraSettingsSchema } from './calira-settings.ts';
import { bookingColumns } from './columns.ts';
import { documentLanguages } from './document-language.ts';
import { forms } from './form.ts';

const address = v.pipe(
  v.string(),
  v.check((value) => parseAddress(value) === value),
);

/** Anything else in a file is left aside, as is everything where something known is not what it should be. */
const settingsFileSchema = v.object({
  format: v.literal('calira-bookings-for-rspace'),
  version: v.literal(1),
  calira: caliraSettingsSchema,
  rspaceUrls: v.pipe(v.array(address), v.maxLength(100)),
  form: v.picklist(forms),
  /** Null where somebody has chosen none. */
  columns: v.nullable(v.pipe(v.array(v.picklist(bookingColumns)), v.minLength(1))),
  /** Null for the browser's. */
  documentLanguage: v.nullable(v.picklist(documentLanguages)),
  stayConnected: v.boolean(),
});

export type FileSettings = Omit<v.InferOutput<typeof settingsFileSchema>, 'format' | 'version'>;

/** @returns the file's text. */
export function writeSettingsFile(settings: FileSettings): string {
  const file = v.parse(settingsFileSchema, {
    format: 'calira-bookings-for-rspace',
    version: 1,
    ...settings,
  });
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** @returns the settings in a file; null where it is another file, or a damaged one. */
export function readSettingsFile(text: string): FileSettings | null {
  try {
    const { format: _, version: __, ...settings } = v.parse(settingsFileSchema, JSON.parse(text));
    return settings;
  } catch {
    return null;
  }
}
