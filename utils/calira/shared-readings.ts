import type { LoadSummary, PanelPush } from '../messages/panel.ts';
import { authorisedKey } from './lab-choice.ts';
import type { Reading } from './list-reading.ts';
import type { ListView } from './list-view.ts';
import { createSharedWork } from './shared-work.ts';

type Tell = (message: PanelPush) => void;

/** A reading under way, and who is told of it. */
interface UnderWay {
  reading: Reading;
  audience: Set<Tell>;
}

/**
 * Has panels that want the list at the same time share one reading.
 *
 * @param create makes a reading that tells what it brings.
 * @returns a function that begins a reading, or joins the one that is under way under the same choice of labs: what that
 *   has brought already is told at once.
 */
export function createSharedReadings(create: (view: ListView, tell: Tell) => Reading) {
  const sharedWork = createSharedWork<LoadSummary>();
  /** By the choice of labs. */
  const all = new Map<string, UnderWay>();

  function begin(choice: string, view: ListView): UnderWay {
    const audience = new Set<Tell>();
    const tellAll = (message: PanelPush) => {
      for (const tell of audience) tell(message);
    };
    const begun = { audience, reading: create(view, tellAll) };
    all.set(choice, begun);
    return begun;
  }

  return async (view: ListView, tell: Tell, signal: AbortSignal): Promise<LoadSummary> => {
    const choice = authorisedKey(view.choice);
    const mine = all.get(choice) ?? begin(choice, view);
    mine.audience.add(tell);
    const listed = mine.reading.listed.values();
    if (mine.audience.size > 1) tell({ push: 'rows', value: view.rows(listed) });
    try {
      return await sharedWork(choice, mine.reading.run, signal);
    } finally {
      mine.audience.delete(tell);
      if (mine.audience.size === 0 && all.get(choice) === mine) all.delete(choice);
    }
  };
}
