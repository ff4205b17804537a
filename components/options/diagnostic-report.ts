import type { Connection } from '../../utils/calira/connection.ts';

/** How the extension is set up. Nothing here names a person, a lab or a booking, and nothing opens anything. */
export interface DiagnosticFacts {
  version: string;
  browser: string;
  language: string;
  timeZone: string;
  connection: Connection;
  clientKnown: boolean;
  secretStored: boolean;
  caliraWebUrl: string;
  caliraApiUrl: string;
  redirectUrl: string;
  stayConnected: boolean;
  labs: { granted: number; authorised: number };
  /** Match patterns. */
  enabledSites: readonly string[];
  excludedSites: readonly string[];
  grantedHosts: readonly string[];
  registeredOn: readonly string[];
  /** The names of what the institution's policy sets. */
  policy: readonly string[];
  now: Date;
}

const yesNo = (value: boolean) => (value ? 'yes' : 'no');
const list = (values: readonly string[]) => (values.length > 0 ? values.join(' ') : '–');

/** @returns the report for whoever helps, in English whatever the browser speaks. */
export function diagnosticReport(facts: DiagnosticFacts): string {
  const { connection, labs } = facts;
  const failure = 'failure' in connection ? connection.failure?.code : undefined;
  const lines = {
    'Calira bookings for RSpace': facts.version,
    Made: facts.now.toISOString(),
    Browser: facts.browser,
    Language: facts.language,
    'Time zone': facts.timeZone,
    Connection: failure ? `${connection.state}, latest attempt: ${failure}` : connection.state,
    'Client ID known': yesNo(facts.clientKnown),
    'Client secret stored': yesNo(facts.secretStored),
    'Calira web address': facts.caliraWebUrl,
    'Calira API address': facts.caliraApiUrl,
    'Redirect URL': facts.redirectUrl,
    'Stay connected': yesNo(facts.stayConnected),
    'Labs authorised': `${labs.authorised} of ${labs.granted}`,
    'RSpace servers': list(facts.enabledSites),
    'Disabled on': list(facts.excludedSites),
    'Hosts granted by the browser': list(facts.grantedHosts),
    'Scripts registered on': list(facts.registeredOn),
    'Set by the institution': list(facts.policy),
  };
  return Object.entries(lines)
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('');
}
