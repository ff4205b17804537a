import process from 'node:process';
import { wholeNumberFrom } from '../setup/whole-number.ts';
import { ADA } from './calira/data/people.ts';
import { startSandbox } from './sandbox.ts';

/** Two sandboxes side by side need other ports. */
function portTaken(error: unknown): never {
  const { code, port } = error as { code?: string; port?: number };
  if (code !== 'EADDRINUSE') throw error;
  console.error(`Port ${port} is taken: name others in RSPACE_PORT and CALIRA_PORT.`);
  process.exit(1);
}

const sandbox = await startSandbox({
  seed: wholeNumberFrom('SEED', 1),
  rspacePort: wholeNumberFrom('RSPACE_PORT', 8091),
  caliraPort: wholeNumberFrom('CALIRA_PORT', 8092),
}).catch(portTaken);

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
