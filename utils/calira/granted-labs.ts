/** The labs of the present authorisation: reading them, keeping the person's decisions about them. */

import { createTurns } from '../in-turn.ts';
import type { Failure } from '../messages/failure.ts';
import { toFailure } from '../messages/failure.ts';
import type { StoredItem } from '../settings/stored-item.ts';
import type { CaliraClient } from './client.ts';
import type { GrantedLab, LabChoice } from './lab-choice.ts';
import { afterAuthorisation, afterDecision, afterReading, authorisedLabs, noLabs } from './lab-choice.ts';
import { readLabs, readTimeZone } from './labs.ts';

/** A lab's own details are read again after this long (milliseconds): a time zone hardly ever changes. */
const detailsLife = 30 * 86_400_000;

export interface GrantedLabs {
  /** @returns the choice as it is stored, read from Calira first where nothing reliable is. */
  current(signal?: AbortSignal): Promise<LabChoice>;
  /** Reads the labs that Calira grants now. @throws {CodedError} */
  read(signal?: AbortSignal): Promise<LabChoice>;
  /** To be called after an interactive authorisation: its labs are read now or, if that fails, before anything else. */
  authorised(signal?: AbortSignal): Promise<LabChoice>;
  /** The person has decided: exactly these of the granted labs. */
  decide(ids: readonly string[]): Promise<void>;
  /** The person has read which labs are gone. */
  dismissLost(): Promise<void>;
  /** Reads the time zones of authorised labs that are not known or old. @returns why some could not be read. */
  readTimeZones(signal?: AbortSignal): Promise<Failure | null>;
  forget(): Promise<void>;
}

export function createGrantedLabs(
  client: CaliraClient,
  stored: StoredItem<LabChoice>,
  now: () => number,
): GrantedLabs {
  const inTurn = createTurns();

  /** Changes the choice as it is at that moment: a decision made while labs are being read must not be lost. */
  const change = (step: (before: LabChoice) => LabChoice): Promise<LabChoice> =>
    inTurn(async () => {
      const choice = step(await stored.get());
      await stored.set(choice);
      return choice;
    });

  /** Aborted when another authorisation begins or this one ends: what is still on its way then must not be kept. */
  let life = new AbortController();
  function beginAnew(): void {
    life.abort();
    life = new AbortController();
  }

  async function read(wanted?: AbortSignal): Promise<LabChoice> {
    const signal = AbortSignal.any([life.signal, ...(wanted ? [wanted] : [])]);
    try {
      const reading = await readLabs(client, signal);
      return await change((before) => {
        signal.throwIfAborted();
        return before.unread ? afterAuthorisation(before, reading) : afterReading(before, reading);
      });
    } catch (thrown) {
      if (!signal.aborted) await tellWhy(toFailure(thrown));
      throw thrown;
    }
  }

  /** Remembers why labs are unread: nobody may be looking when they are asked for. */
  async function tellWhy(failure: Failure): Promise<void> {
    if ((await stored.get()).unread) {
      await change((before) => (before.unread ? { ...before, failure } : before));
    }
  }

  return {
    read,

    async current(signal) {
      const choice = await stored.get();
      return choice.unread || choice.granted.length === 0 ? read(signal) : choice;
    },

    async authorised(signal) {
      beginAnew();
      await change(({ failure: _, ...before }) => ({ ...before, unread: true }));
      return read(signal);
    },

    async decide(ids) {
      await change((before) => afterDecision(before, new Set(ids)));
    },

    async dismissLost() {
      await change((before) => ({ ...before, lost: [] }));
    },

    async readTimeZones(signal) {
      // Those from the future were read while the clock was wrong.
      const old = ({ detailsReadAt: readAt }: GrantedLab) => now() - readAt > detailsLife || readAt > now();
      const due = authorisedLabs(await stored.get()).filter(old);
      if (due.length === 0) return null;
      let failure: Failure | null = null;
      const zones = new Map<string, string | null>();
      const readOne = async ({ id }: GrantedLab) => {
        try {
          zones.set(id, await readTimeZone(client, id, signal));
        } catch (thrown) {
          failure = toFailure(thrown);
        }
      };
      await Promise.all(due.map(readOne));
      signal?.throwIfAborted();
      const withZone = (lab: GrantedLab): GrantedLab => {
        const timeZone = zones.get(lab.id);
        return timeZone === undefined ? lab : { ...lab, timeZone, detailsReadAt: now() };
      };
      if (zones.size > 0) await change((before) => ({ ...before, granted: before.granted.map(withZone) }));
      return failure;
    },

    forget: async () => {
      beginAnew();
      await change(() => noLabs);
    },
  };
}
