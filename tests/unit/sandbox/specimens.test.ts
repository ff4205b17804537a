/** What each specimen promises, on every day of three years, and at every hour of the days on which a clock changes. */
import { describe, expect, test } from 'vitest';
import { type FoundBooking, findBookings, findSpecimen } from '../../sandbox/calira/data/find-bookings.ts';
import { seedCalira } from '../../sandbox/calira/data/seed-calira.ts';
import { SPECIMENS, type Specimen, type SpecimenName } from '../../sandbox/calira/data/specimens.ts';
import { offsetMinutes, zonedInstant, zonedIso } from '../../sandbox/calira/data/zoned-time.ts';

const hour = 3_600_000;
const day = 24 * hour;
const years = { first: Date.UTC(2026, 11, 1), last: Date.UTC(2029, 11, 1) };
const zones = ['Europe/London', 'Europe/Berlin', 'America/New_York', 'Pacific/Auckland', 'Asia/Kolkata'];

/** Every day, each at another hour than the one before. */
const days = Array.from(
  { length: (years.last - years.first) / day },
  (_, index) => years.first + index * day + (index % 24) * hour,
);

/** Days, as midnight in UTC, on which one of the labs’ clocks is changed. */
const changes = days
  .map((instant) => Math.floor(instant / day) * day)
  .filter((start) => zones.some((zone) => offsetMinutes(start, zone) !== offsetMinutes(start + day, zone)));

/** Whether the clock of that zone is changed on the day that it is there. */
function clockChanges(instant: number, zone: string): boolean {
  const offset = offsetMinutes(instant, zone) * 60_000;
  const midnight = Math.floor((instant + offset) / day) * day - offset;
  return offsetMinutes(midnight - hour, zone) !== offsetMinutes(midnight + day + hour, zone);
}

const isMicroscope = ({ equipment }: FoundBooking) => equipment.includes('microscope');
const london = (instant: number) => zonedIso(instant, 'Europe/London').slice(0, 10);

/** Whether a specimen begins on its day, and at its time by the lab's clock. */
function isAt({ at }: Specimen, start: number, now: number, zone: string): boolean {
  if (at === 'now') return true;
  const today = Date.parse(`${zonedIso(now, zone).slice(0, 10)}T00:00:00Z`);
  const wall = new Date(today + at.days * day + at.minutes * 60_000);
  return zonedIso(start, zone).slice(0, 16) === wall.toISOString().slice(0, 16);
}

/** @returns what the data of that instant does not keep of what the specimens promise. */
function broken(now: number): string[] {
  const data = seedCalira(1, now);
  const missing = (Object.keys(SPECIMENS) as SpecimenName[]).filter((name) => !data.specimens.has(name));
  if (missing.length > 0) return [`no ${missing.join(', ')}`];
  const zoneOf = (lab: string) =>
    [...data.accounts.values()].find(({ name }) => name === lab)?.timezone ?? 'unknown';
  const its = (name: SpecimenName) => findSpecimen(data, name);
  const names = Object.keys(SPECIMENS) as SpecimenName[];
  const asWritten = names.filter((name) => {
    const {
      lab,
      instrument,
      status,
      requester = null,
      duration,
      note = null,
      type = 'internal',
    } = SPECIMENS[name];
    const { start, end, ...facts } = its(name);
    return (
      facts.lab === lab &&
      facts.equipment === instrument &&
      facts.requester === requester &&
      facts.status === status &&
      facts.type === type &&
      facts.note === note &&
      end - start === duration * 60_000 &&
      isAt(SPECIMENS[name], start, now, zoneOf(lab))
    );
  });
  const listed = findBookings(data, { lab: ['Imaging Core', 'Cytometry'] });
  const shared = (['documented', 'goingOn', 'overMidnight'] as const).map(its);
  const [midnight, nextMidnight] = [0, 1].map((after) => zonedInstant(now, 'Europe/London', after, 0));
  const today = listed.filter(({ start }) => start >= Number(midnight) && start < Number(nextMidnight));
  const promises: [string, boolean][] = [
    ['as they are written', asWritten.length === names.length],
    ['goingOn is going on', its('goingOn').start <= now && now < its('goingOn').end],
    ['documented is over', its('documented').end < now],
    ['pastStillBooked is over', its('pastStillBooked').end < now],
    ['cancelled is to come', its('cancelled').start > now],
    [
      'what is completed is over',
      names.every((name) => its(name).status !== 'Completed' || its(name).end <= now),
    ],
    [
      'tomorrow is to come',
      (['tomorrowAda', 'tomorrowOther', 'requested'] as const).every((name) => its(name).start > now),
    ],
    [
      'today is today in London',
      (['todayEarly', 'todayAfternoon', 'todayLate', 'cytometryToday'] as const).every(
        (name) => london(its(name).start) === london(now),
      ),
    ],
    ['today is short', today.length <= 10],
    ['overMidnight spans midnight', london(its('overMidnight').start) !== london(its('overMidnight').end)],
    [
      'one person, three instruments that share a word',
      shared.every((one) => one.requester === 'Ada Byron' && isMicroscope(one)) &&
        new Set(shared.map(({ equipment }) => equipment)).size === 3,
    ],
    [
      'newest and oldest are the ends',
      listed.at(0)?.id === its('newest').id && listed.at(-1)?.id === its('oldest').id,
    ],
    ['guest is on equipment of another lab', its('guest').requesterLab !== its('guest').lab],
  ];
  return promises.filter(([, holds]) => !holds).map(([promise]) => promise);
}

const failures = (instants: readonly number[]) =>
  instants
    .map((now) => [new Date(now).toISOString(), broken(now)] as const)
    .filter(([, wrong]) => wrong.length > 0);

test('the ids of specimens are their own, and tell whether Calira leaves the status out', () => {
  const entries = Object.entries(SPECIMENS);
  expect(new Set(entries.map(([, { id }]) => id)).size).toBe(entries.length);
  expect(entries.filter(([, { id }]) => id % 17 === 3).map(([name]) => name)).toEqual(['withoutStatus']);
});

describe('every promise holds', () => {
  test('on every day of three years', { timeout: 120_000 }, () => {
    expect(days).toHaveLength(1096);
    expect(failures(days)).toEqual([]);
  });

  test('at every hour of the days on which a clock changes', { timeout: 120_000 }, () => {
    expect(changes.length).toBeGreaterThanOrEqual(3 * 2 * 3);
    // The day of a lab far from Greenwich begins half a day sooner or ends half a day later.
    const around = changes.flatMap((start) =>
      Array.from({ length: 24 + 2 * 13 }, (_, index) => start + (index - 13) * hour),
    );
    const hours = [...new Set(around)].filter((instant) => zones.some((zone) => clockChanges(instant, zone)));
    expect(failures(hours)).toEqual([]);
  });
});

test.each([1, 2, 3])('with seed %i, too', (seed) => {
  const data = seedCalira(seed, Date.parse('2026-11-23T14:05:00Z'));
  for (const name of Object.keys(SPECIMENS) as SpecimenName[])
    expect(findSpecimen(data, name)).toMatchObject({
      id: SPECIMENS[name].id,
      equipment: SPECIMENS[name].instrument,
    });
});
