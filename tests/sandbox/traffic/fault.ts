import { type Arrival, type Match, matcher } from './match.ts';

/**
 * What goes wrong.
 *
 * Before the server has seen the request: `status` (as a proxy answers it), `hang` (no answer, the connection stays
 * open), `reset` (the connection breaks), `html` (a login page with 200), `redirect` (302 to the sign-in page).
 *
 * After the server has done its work: `resetAfter` (breaks before the answer), `hangBody` and `resetBody` (half of the
 * answer, then silence or a break), `truncatedJson` (half of the answer, looking complete), `emptyBody`, `wrongShape`
 * (an object where a list is due, a list where an object is), `wrongContentType`, `gzipGarbage`, `hugeBody` (10 MB),
 * `slow` (the answer's bytes spread over `ms`), `headers` (set, or removed where null), `body` (another one), `edit`
 * (its JSON, changed by a function).
 */
export type FaultKind =
  | 'hang'
  | 'reset'
  | 'html'
  | 'redirect'
  | 'resetAfter'
  | 'hangBody'
  | 'resetBody'
  | 'truncatedJson'
  | 'emptyBody'
  | 'wrongShape'
  | 'wrongContentType'
  | 'gzipGarbage'
  | 'hugeBody'
  | {
      type: 'status';
      status: number;
      retryAfter?: string | number;
      body?: string;
      headers?: Record<string, string>;
    }
  | { type: 'slow'; ms: number }
  | { type: 'headers'; headers: Record<string, string | null> }
  | { type: 'body'; body: string; contentType?: string }
  | { type: 'edit'; edit: (json: unknown) => unknown };

export interface FaultOptions {
  match: Match;
  /** How many requests it strikes; 1 where not given. */
  times?: number | 'always';
  kind: FaultKind;
}

export interface FaultHandle {
  remove(): void;
  /** How many requests it has struck. */
  struck(): number;
}

export type FaultType = Exclude<FaultKind, object> | Extract<FaultKind, object>['type'];

export const faultType = (kind: FaultKind): FaultType => (typeof kind === 'string' ? kind : kind.type);

interface Fault {
  matches: (arrival: Arrival) => boolean;
  kind: FaultKind;
  left: number;
  struck: number;
}

export class Faults {
  readonly #faults = new Set<Fault>();

  add({ match, times = 1, kind }: FaultOptions): FaultHandle {
    const left = times === 'always' ? Number.POSITIVE_INFINITY : times;
    const fault: Fault = { matches: matcher(match), kind, left, struck: 0 };
    this.#faults.add(fault);
    return {
      remove: () => void this.#faults.delete(fault),
      struck: () => fault.struck,
    };
  }

  /** The fault that strikes this request, if one does; the one that was added last wins. */
  take(arrival: Arrival): FaultKind | undefined {
    const fault = [...this.#faults].findLast((one) => one.left > 0 && one.matches(arrival));
    if (!fault) return undefined;
    fault.left -= 1;
    fault.struck += 1;
    return fault.kind;
  }

  clear(): void {
    this.#faults.clear();
  }
}
