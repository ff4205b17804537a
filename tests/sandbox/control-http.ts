import { Hono } from 'hono';
import * as v from 'valibot';
import type { Control } from './control.ts';
import { ARGUMENTS, NOTHING } from './control-arguments.ts';
import type { FaultHandle } from './traffic/fault.ts';
import type { Hold } from './traffic/gate.ts';

type Call = (args: unknown) => unknown;

/** A control function with its arguments checked first. Throws a ValiError when they do not fit. */
const checked =
  <Schema extends v.GenericSchema<unknown, readonly unknown[]>>(
    schema: Schema,
    run: (...args: v.InferOutput<Schema>) => unknown,
  ): Call =>
  (args) =>
    run(...v.parse(schema, args));

/** Gives the handles that control functions answer numbers, so that they can be named over HTTP. */
const numbered = <T>() => {
  const handles: T[] = [];
  return {
    add: (handle: T) => ({ handle: handles.push(handle) - 1 }),
    get: (number: number): T => {
      const handle = handles[number];
      if (handle === undefined) throw new RangeError(`there is no handle ${number}`);
      return handle;
    },
  };
};

const callsOf = (control: Control): Record<string, Call> => {
  const faults = numbered<FaultHandle>();
  const holds = numbered<Hold>();
  return {
    setLatency: checked(ARGUMENTS.setLatency, control.setLatency),
    addFault: checked(ARGUMENTS.addFault, (options) => faults.add(control.addFault(options))),
    removeFault: checked(ARGUMENTS.handle, (number) => faults.get(number).remove()),
    struck: checked(ARGUMENTS.handle, (number) => faults.get(number).struck()),
    clearFaults: checked(NOTHING, control.clearFaults),
    hold: checked(ARGUMENTS.hold, (match, at) => holds.add(control.hold(match, at))),
    reached: checked(ARGUMENTS.handle, (number) => holds.get(number).reached),
    release: checked(ARGUMENTS.handle, (number) => holds.get(number).release()),
    requests: checked(ARGUMENTS.requests, control.requests),
    countRequests: checked(ARGUMENTS.requests, control.countRequests),
    maxInFlight: checked(ARGUMENTS.requests, control.maxInFlight),
    clearRequests: checked(NOTHING, control.clearRequests),
    expireAccessTokens: checked(NOTHING, control.expireAccessTokens),
    revokeRefreshTokens: checked(NOTHING, control.revokeRefreshTokens),
    setRotation: checked(ARGUMENTS.setRotation, control.setRotation),
    setConsent: checked(ARGUMENTS.setConsent, control.setConsent),
    setAccessTokenLifetime: checked(ARGUMENTS.setAccessTokenLifetime, control.setAccessTokenLifetime),
    subscription: checked(ARGUMENTS.subscription, control.subscription),
    setLabelling: checked(ARGUMENTS.setLabelling, control.setLabelling),
    setListOrder: checked(ARGUMENTS.setListOrder, control.setListOrder),
    addLab: checked(ARGUMENTS.addLab, control.addLab),
    grantLab: checked(ARGUMENTS.lab, control.grantLab),
    withdrawLab: checked(ARGUMENTS.lab, control.withdrawLab),
    grantedLabs: checked(ARGUMENTS.clientId, control.grantedLabs),
    specimen: checked(ARGUMENTS.specimen, control.specimen),
    findBookings: checked(ARGUMENTS.findBookings, control.findBookings),
    changeBooking: checked(ARGUMENTS.changeBooking, control.changeBooking),
    deleteBooking: checked(ARGUMENTS.booking, control.deleteBooking),
    signOutEverybody: checked(NOTHING, control.signOutEverybody),
    seedData: checked(ARGUMENTS.seedData, control.seedData),
    otherUserTakesLock: checked(ARGUMENTS.documentId, control.otherUserTakesLock),
    releaseLock: checked(ARGUMENTS.documentId, control.releaseLock),
    document: checked(ARGUMENTS.documentId, control.document),
    reset: checked(NOTHING, control.reset),
  };
};

/**
 * The control functions over HTTP: `POST /_control/NAME` with a JSON list of arguments answers JSON; `GET /_control`
 * lists the names. `addFault` and `hold` answer a number for `removeFault`, `struck`, `reached` and `release`.
 */
export const controlApp = (control: Control): Hono => {
  const calls = callsOf(control);
  return new Hono()
    .get('/_control', (c) => c.json(Object.keys(calls)))
    .post('/_control/:name', async (c) => {
      const { name } = c.req.param();
      const call = Object.hasOwn(calls, name) ? calls[name] : undefined;
      if (!call) return c.json({ error: `there is no control ${name}` }, 404);
      // A page of another origin cannot send this type without asking first, and it is never allowed to.
      if (!c.req.header('Content-Type')?.startsWith('application/json')) {
        return c.json({ error: 'send application/json' }, 415);
      }
      try {
        const answer = await call(await c.req.json());
        return c.json(answer ?? null);
      } catch (error) {
        return c.json({ error: error instanceof Error ? error.message : String(error) }, 400);
      }
    });
};
