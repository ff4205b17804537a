import { expect, it } from 'vitest';
import type { SiteState } from '../../../components/popup/set-up-steps.ts';
import { setUpSteps } from '../../../components/popup/set-up-steps.ts';
import type { Connection } from '../../../utils/calira/connection.ts';
import { noLabs } from '../../../utils/calira/lab-choice.ts';
import { choiceOf } from '../support/labs.ts';

const some = choiceOf({ a: true, b: false });
const connected: Connection = { state: 'connected', since: 1 };
const connecting = (from: 'disconnected' | 'connected' | 'expired'): Connection => ({
  state: 'connecting',
  since: 2,
  from,
});

it.each<[string, Connection, typeof some, SiteState, string]>([
  [
    'fresh from the store',
    { state: 'notConfigured' },
    noLabs,
    'notEnabled',
    '-client -connection -labs -site',
  ],
  ['configured', { state: 'disconnected' }, noLabs, 'other', 'client -connection -labs'],
  ['signing in', connecting('disconnected'), noLabs, 'other', 'client -connection -labs'],
  ['authorising more labs', connecting('connected'), some, 'enabled', 'client connection labs site'],
  ['signing in again', connecting('expired'), some, 'enabled', 'client -connection labs site'],
  ['expired', { state: 'expired', since: 1 }, some, 'enabled', 'client -connection labs site'],
  ['no lab granted', connected, noLabs, 'enabled', 'client connection -labs site'],
  ['no lab authorised', connected, choiceOf({ a: false, b: null }), 'other', 'client connection -labs'],
  ['labs not read yet', connected, { ...some, unread: true }, 'other', 'client connection -labs'],
  ['an RSpace that is not enabled', connected, some, 'notEnabled', 'client connection labs -site'],
  ['any other page', connected, some, 'other', 'client connection labs'],
])('%s', (_what, connection, choice, site, expected) => {
  const steps = setUpSteps(connection, choice, site, null);
  expect(steps.map(({ id, done }) => (done ? id : `-${id}`)).join(' ')).toBe(expected);
});

it.each([
  [true, 'client connection labs site field'],
  [false, 'client connection labs site -field'],
])('on a document, a text field open: %s', (fieldOpen, expected) => {
  const steps = setUpSteps(connected, some, 'enabled', fieldOpen);
  expect(steps.map(({ id, done }) => (done ? id : `-${id}`)).join(' ')).toBe(expected);
});
