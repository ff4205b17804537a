import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { managedKeys, readPolicy } from '../../../utils/settings/managed.ts';

describe('a policy', () => {
  test.each([
    ['enabled', false, false],
    ['clientId', ' client-1 ', 'client-1'],
    ['clientSecret', 'secret', 'secret'],
    ['caliraWebUrl', 'https://staging.clustermarket.com', 'https://staging.clustermarket.com/'],
    ['caliraApiUrl', 'https://api.staging.clustermarket.com/v1', 'https://api.staging.clustermarket.com/v1/'],
    ['rspaceUrls', ['rspace.ntnu.no'], ['https://rspace.ntnu.no/']],
    ['columns', ['id', 'equipment'], ['id', 'equipment']],
    ['stayConnected', false, false],
    ['welcomePage', false, false],
    ['supportUrl', 'https://help.example.org/calira', 'https://help.example.org/calira'],
    ['supportUrl', 'mailto:help@example.org', 'mailto:help@example.org'],
  ])('sets %s to %j', (key, value, read) => {
    expect(readPolicy({ [key]: value })).toEqual({ settings: { [key]: read }, unusable: [] });
  });

  test.each([
    ['enabled', 'false'],
    ['clientId', ''],
    ['clientId', 7],
    ['caliraWebUrl', 'http://calira.example/'],
    ['caliraApiUrl', 'javascript:alert(1)'],
    ['rspaceUrls', 'https://rspace.ntnu.no/'],
    ['columns', 'id'],
    ['supportUrl', 'javascript:alert(1)'],
    ['supportUrl', 'http://help.example.org/'],
  ])('in which %s is %j says so, and is otherwise in force', (key, value) => {
    const other = key === 'stayConnected' ? {} : { stayConnected: false };
    expect(readPolicy({ [key]: value, ...other })).toEqual({ settings: other, unusable: [key] });
  });

  test.each<[string, unknown[], string[] | undefined, string]>([
    ['columns', ['id', 'colour', ' status '], ['id', 'status'], 'colour'],
    ['columns', ['colour', 7], undefined, 'colour, 7'],
    [
      'rspaceUrls',
      ['https://rspace.ntnu.no/', 'htp://rspace.example', 'rspace.example.ac.uk'],
      ['https://rspace.ntnu.no/', 'https://rspace.example.ac.uk/'],
      'htp://rspace.example',
    ],
    ['rspaceUrls', ['https://*.ntnu.no/'], undefined, 'https://*.ntnu.no/'],
    ['rspaceUrls', ['rspace.ntnu.no', { url: 'x' }], ['https://rspace.ntnu.no/'], '{"url":"x"}'],
  ])('whose %s are %j keeps what can be used, and names the rest', (key, value, kept, named) => {
    const settings = kept ? { [key]: kept } : {};
    expect(readPolicy({ [key]: value })).toEqual({ settings, unusable: [`${key} (${named})`] });
  });

  test('may contain what a later version will know', () => {
    expect(readPolicy({ somethingElse: 1 })).toEqual({ settings: {}, unusable: [] });
  });
});

test('the schema that the browsers read describes every setting, and no other', () => {
  const file = join(import.meta.dirname, '../../../assets/public/managed-schema.json');
  const { properties } = JSON.parse(readFileSync(file, 'utf8'));
  expect(Object.keys(properties).sort()).toEqual([...managedKeys].sort());
});
