import process from 'node:process';
import { ADA } from './calira/data/people.ts';
import { startSandbox } from './sandbox.ts';

const numberFrom = (name: string, otherwise: number): number => {
  const text = process.env[name];
  if (text === undefined || text === '') return otherwise;
  const value = Number(text);
  if (Number.isInteger(value) && value >= 0) return value;
  throw new RangeError(`${name} must be a whole number, not "${text}"`);
};

const sandbox = await startSandbox({
  seed: numberFrom('SEED', 1),
  rspacePort: numberFrom('RSPACE_PORT', 8091),
  caliraPort: numberFrom('CALIRA_PORT', 8092),
});

const document = sandbox.control.rspace.documents()[0];

console.log(`The sandbox is running; Ctrl+C ends it.

  RSpace           ${sandbox.rspaceUrl}
  a document       ${sandbox.rspaceUrl}workspace/editor/structuredDocument/${document?.id ?? ''}
  Calira           ${sandbox.caliraWebUrl}
  sign in with     ${ADA.email}, any password
  control          ${sandbox.caliraWebUrl}_control

In the extension's options:

  Client ID            ${sandbox.clients.public.id}
  Client secret        (none)
  Calira web address   ${sandbox.caliraWebUrl}
  Calira API address   ${sandbox.caliraApiUrl}
  RSpace address       ${sandbox.rspaceUrl}

or, as a confidential client:

  Client ID            ${sandbox.clients.confidential.id}
  Client secret        ${sandbox.clients.confidential.secret}`);

const stop = async () => {
  await sandbox.close();
  process.exit(0);
};
process.once('SIGINT', () => void stop());
process.once('SIGTERM', () => void stop());
