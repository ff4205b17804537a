/** What *Test connection* has found out. A browser does not say why an address cannot be reached. */

interface Troubled {
  kind: 'troubled';
  /** HTTP status. */
  status: number;
}

type Unanswered =
  /** The browser does not let the extension reach the host. */
  | { kind: 'noAccess' }
  /** Address, name or certificate: which of them, a browser does not tell. */
  | { kind: 'unreachable' }
  | { kind: 'timeout' }
  | Troubled
  /** Something answers, and not as Calira does. */
  | { kind: 'notCalira' };

export type WebReport =
  | Unanswered
  | { kind: 'noClient' }
  /** Calira does not know the client, or its secret is wrong or missing: its answer is the same. */
  | { kind: 'clientRefused'; withSecret: boolean }
  | { kind: 'clientKnown' };

export type ApiReport = Unanswered | { kind: 'reached' };

export interface ConnectionReport {
  web: WebReport;
  api: ApiReport;
}
