const table = (heads: readonly string[], lines: readonly string[]) =>
  [heads, heads.map(() => '---')]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .concat(lines.map((line) => `| ${line} |`))
    .join('\n');

/** The page of documentation that the test run writes. */
export const reliabilityPage = (
  faultLines: readonly string[],
  dataLines: readonly string[],
  surroundingLines: readonly string[],
): string =>
  `# Reliability

What becomes of each request to Calira when something goes wrong. **This page is written by the test run**: \`tests/unit/reliability\` sends every kind of request over HTTP to a Calira that fails in every one of these ways, and \`npm test\` fails where this page says something else. \`npm run unit -- reliability -u\` writes it afresh.

What the run holds for every line, besides what the line says:

- A request to the API is tried three times at most, with jittered pauses, within 25 s in all; what Calira refuses (4xx other than 408) is not tried again. A request that carries a token which can be used once (*token*, *sign-in*) is sent once.
- Only Calira's own word ends an authorisation. After everything else the stored tokens are the same as before, and the state is *connected*.
- What the person reads and can copy holds no token.
- What helps afterwards helps without a reload.

The requests: *list*, *detail* and *equipment* of bookings, *accounts* (labs), *token* (renewing the access token), *sign-in* (the code for the first tokens, while an earlier authorisation stands), *revoke* (disconnecting).

## Faults

${table(['Fault', 'Request', 'What the person reads', 'Requests', 'If it strikes once', 'Afterwards'], faultLines)}

Where time is what ends a request, the time limits were shorter in the run, in proportion. *DNS failure* is what the browser's \`fetch\` throws. Requests that reach nobody are not counted (–).

## Answers that are not what they should be

${table(
  [
    'What Calira answers',
    'Bookings shown',
    'What their rows say otherwise',
    'What the person reads',
    'Requests for the list',
    'Where some labs are authorised',
  ],
  dataLines,
)}

Each is met twice: where every lab that Calira grants is authorised, and, in the last column, where only some are, so that Calira is asked whose a booking is. No booking appears that may not, and the next reading brings every row as it should be; a lab's own details alone are not read again so soon.

## What happens to the computer, the browser and the page

Each is shown by a test of its own, which the run looks for by its name.

${table(['What happens', 'What the person reads', 'Afterwards', 'Shown by (`tests/…`)'], surroundingLines)}
`;
