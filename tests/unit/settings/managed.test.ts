// @vitest-environment node

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
    ['rspaceUrls', ['https://*.ntnu.no/']],
    ['columns', [1]],
    ['supportUrl', 'javascript:alert(1)'],
    ['supportUrl', 'http://help.example.org/'],
  ])('in which %s is %j says so, and is otherwise in force', (key, value) => {
    const other = key === 'stayConnected' ? {} : { stayConnected: false };
    expect(readPolicy({ [key]: value, ...other })).toEqual({ settings: other, unusable: [key] });
  });

  test('that names columns that there are not says so, and those that there are stay in force', () => {
    const columns = ['id', 'colour'];
    expect(readPolicy({ columns })).toEqual({ settings: { columns }, unusable: ['columns'] });
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
