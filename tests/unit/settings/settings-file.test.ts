import { describe, expect, test } from 'vitest';
import type { FileSettings } from '../../../utils/settings/settings-file.ts';
import { readSettingsFile, writeSettingsFile } from '../../../utils/settings/settings-file.ts';

const settings: FileSettings = {
  calira: {
    clientId: 'one',
    webUrl: 'https://app.clustermarket.com/',
    apiUrl: 'https://api.clustermarket.com/v1/',
  },
  rspaceUrls: ['https://rspace.example.ac.uk/'],
  form: 'list',
  columns: ['id', 'equipment', 'notes'],
  documentLanguage: 'nb',
  stayConnected: false,
};

/** A file of ours with something else in it. */
const changed = (change: object) => JSON.stringify({ ...JSON.parse(writeSettingsFile(settings)), ...change });

describe('a settings file', () => {
  test.each([settings, { ...settings, columns: null, documentLanguage: null, rspaceUrls: [] }])(
    'gives back what went in',
    (all) => {
      expect(readSettingsFile(writeSettingsFile(all))).toEqual(all);
    },
  );

  test('holds nothing that it does not know', () => {
    const more = { ...settings, clientSecret: 'hidden', calira: { ...settings.calira, secret: 'hidden' } };
    expect(writeSettingsFile(more)).not.toContain('hidden');
    expect(readSettingsFile(changed({ clientSecret: 'hidden' }))).toEqual(settings);
  });

  test.each([
    ['no JSON', 'clientId=1'],
    ['something else', '{"name":"x"}'],
    ['a later version', changed({ version: 2 })],
    ['an address without https', changed({ rspaceUrls: ['http://rspace.example.ac.uk/'] })],
    ['an address that is a script', changed({ rspaceUrls: ['javascript:alert(1)'] })],
    ['a Calira without https', changed({ calira: { ...settings.calira, webUrl: 'http://a.example/' } })],
    ['a language that inserted text cannot have', changed({ documentLanguage: 'tlh' })],
    ['a form that does not exist', changed({ form: 'essay' })],
    ['a column that does not exist', changed({ columns: ['password'] })],
  ])('is refused as a whole: %s', (_what, text) => {
    expect(readSettingsFile(text)).toBeNull();
  });
});
