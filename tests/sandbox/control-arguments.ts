import * as v from 'valibot';
import { SPECIMENS, type SpecimenName } from './calira/data/specimens.ts';

/** What the control functions take over HTTP: as in process, with a regular expression written `{"regexp": "…"}`. */

const texts = v.record(v.string(), v.string());
const wholeNumber = v.pipe(v.number(), v.integer(), v.minValue(0));
const id = v.union([wholeNumber, v.pipe(v.string(), v.digits(), v.transform(Number))]);

const match = v.strictObject({
  server: v.exactOptional(v.picklist(['calira', 'rspace'])),
  method: v.exactOptional(v.string()),
  path: v.exactOptional(
    v.union([
      v.string(),
      v.pipe(
        v.strictObject({ regexp: v.string() }),
        v.transform(({ regexp }) => new RegExp(regexp)),
      ),
    ]),
  ),
  id: v.exactOptional(v.union([v.string(), v.number()])),
  query: v.exactOptional(texts),
  grantType: v.exactOptional(v.string()),
});

const faultKind = v.union([
  v.picklist([
    'hang',
    'reset',
    'html',
    'redirect',
    'resetAfter',
    'hangBody',
    'resetBody',
    'truncatedJson',
    'emptyBody',
    'wrongShape',
    'wrongContentType',
    'gzipGarbage',
    'hugeBody',
  ]),
  v.strictObject({
    type: v.literal('status'),
    status: v.pipe(v.number(), v.integer(), v.minValue(200), v.maxValue(599)),
    retryAfter: v.exactOptional(v.union([v.string(), v.number()])),
    body: v.exactOptional(v.string()),
    headers: v.exactOptional(texts),
  }),
  v.strictObject({ type: v.literal('slow'), ms: wholeNumber }),
  v.strictObject({
    type: v.literal('headers'),
    headers: v.record(v.string(), v.nullable(v.string())),
  }),
  v.strictObject({
    type: v.literal('body'),
    body: v.string(),
    contentType: v.exactOptional(v.string()),
  }),
]);

const oneOrMore = <T extends v.GenericSchema>(value: T) => v.exactOptional(v.union([value, v.array(value)]));

const optionalMatch = v.tuple([v.optional(match)]);
const documentId = v.tuple([v.string()]);

export const NOTHING = v.tuple([]);

export const ARGUMENTS = {
  setLatency: v.tuple([wholeNumber, v.optional(match)]),
  addFault: v.tuple([
    v.strictObject({
      match,
      times: v.exactOptional(v.union([wholeNumber, v.literal('always')])),
      kind: faultKind,
    }),
  ]),
  hold: v.tuple([match, v.optional(v.picklist(['request', 'response']))]),
  handle: v.tuple([wholeNumber]),
  requests: optionalMatch,
  setRotation: v.tuple([v.picklist(['forgiving', 'strict'])]),
  setConsent: v.tuple([v.picklist(['always', 'skipForConfidential', 'skip'])]),
  setAccessTokenLifetime: v.tuple([v.number()]),
  subscription: v.tuple([v.picklist(['enterprise', 'none'])]),
  setLabelling: v.tuple([v.strictObject({ listNestedLabs: v.boolean() })]),
  setListOrder: v.tuple([v.picklist(['stable', 'reshuffled', 'newestFirst'])]),
  addLab: v.tuple([
    v.strictObject({
      name: v.string(),
      timezone: v.exactOptional(v.string()),
      parent: v.exactOptional(v.nullable(v.picklist(['bioscience', 'medicine', 'organisation']))),
      equipment: v.exactOptional(v.array(v.string())),
      bookings: v.exactOptional(wholeNumber),
      granted: v.exactOptional(v.boolean()),
    }),
  ]),
  lab: v.tuple([id]),
  booking: v.tuple([id]),
  specimen: v.tuple([v.picklist(Object.keys(SPECIMENS) as SpecimenName[])]),
  findBookings: v.tuple([
    v.optional(
      v.strictObject({
        id: oneOrMore(v.number()),
        status: oneOrMore(v.string()),
        type: oneOrMore(v.string()),
        note: oneOrMore(v.nullable(v.string())),
        equipment: oneOrMore(v.string()),
        lab: oneOrMore(v.string()),
        requester: oneOrMore(v.nullable(v.string())),
        requesterLab: oneOrMore(v.nullable(v.string())),
      }),
    ),
  ]),
  changeBooking: v.tuple([
    id,
    v.strictObject({
      status: v.exactOptional(v.string()),
      start: v.exactOptional(v.number()),
      end: v.exactOptional(v.number()),
      note: v.exactOptional(v.nullable(v.string())),
    }),
  ]),
  clientId: v.tuple([v.string()]),
  seedData: v.tuple([
    v.strictObject({
      bookings: v.exactOptional(v.pipe(wholeNumber, v.maxValue(20_000))),
      labs: v.exactOptional(v.pipe(wholeNumber, v.maxValue(300))),
      equipment: v.exactOptional(v.pipe(wholeNumber, v.maxValue(2_000))),
    }),
  ]),
  documentId,
} as const;
