import { describe, expect, it } from 'vitest';
import { missingScope, scopeDetail, scopeOf } from '../../../utils/calira/missing-scope.ts';

describe('the scope that a 403 names', () => {
  it.each([
    [
      'Doorkeeper’s description, its quotes escaped',
      'Bearer realm="Doorkeeper", error="invalid_scope", error_description="Access to this resource requires scope \\"read_bookings\\"."',
      'read_bookings',
    ],
    [
      'the same, its quotes as they are',
      'Bearer realm="Doorkeeper", error="invalid_scope", error_description="Access to this resource requires scope "read_bookings"."',
      'read_bookings',
    ],
    [
      'the attribute of RFC 6750',
      'Bearer error="insufficient_scope", scope="read_equipment"',
      'read_equipment',
    ],
    [
      'the first of several',
      'Bearer error="insufficient_scope", scope="read_accounts read_bookings"',
      'read_accounts',
    ],
    ['none', 'Bearer realm="Doorkeeper", error="invalid_token"', null],
    ['anything but a scope', 'Bearer error_description="requires scope \\"<b>\\""', null],
    ['no header', null, null],
  ])('%s', (_what, challenge, scope) => {
    expect(missingScope(challenge)).toBe(scope);
  });
});

it.each([
  [scopeDetail('read_bookings'), 'read_bookings'],
  ['HTTP 403 /v1/bookings', null],
  [undefined, null],
])('the detail %j names %j', (detail, scope) => {
  expect(scopeOf(detail)).toBe(scope);
});
