import { expect, test } from 'vitest';
import { readBuildTime } from '../../../utils/settings/build-time.ts';

const usual = {
  clientId: '',
  webUrl: 'https://app.clustermarket.com/',
  apiUrl: 'https://api.clustermarket.com/v1/',
  rspaceUrls: [],
};

test.each([
  ['nothing', {}, {}],
  ['an empty value', { WXT_CALIRA_CLIENT_ID: '', WXT_CALIRA_WEB_URL: ' ' }, {}],
  ['a client', { WXT_CALIRA_CLIENT_ID: ' client-1 ' }, { clientId: 'client-1' }],
  [
    'another Calira, without slashes at the end',
    {
      WXT_CALIRA_WEB_URL: 'https://staging.clustermarket.com',
      WXT_CALIRA_API_URL: 'https://api.staging.clustermarket.com/v1',
    },
    {
      webUrl: 'https://staging.clustermarket.com/',
      apiUrl: 'https://api.staging.clustermarket.com/v1/',
    },
  ],
  [
    'two servers',
    { WXT_RSPACE_URLS: 'https://rspace.ntnu.no, rspace.example.ac.uk:8443' },
    { rspaceUrls: ['https://rspace.ntnu.no/', 'https://rspace.example.ac.uk:8443/'] },
  ],
])('%s is built in', (_what, environment, expected) => {
  expect(readBuildTime(environment)).toEqual({ ...usual, ...expected });
});

test.each([
  ['WXT_CALIRA_WEB_URL', 'http://calira.example/'],
  ['WXT_CALIRA_API_URL', 'two words'],
  ['WXT_RSPACE_URLS', 'https://rspace.ntnu.no https://*.example.org'],
])('%s=%s stops the build, and says why', (name, value) => {
  expect(() => readBuildTime({ [name]: value })).toThrow(new RegExp(`^${name}: .* is no https address\\.$`));
});
