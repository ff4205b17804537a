/** What RSpace's answers mean for an insertion; the answers are those of a real RSpace 2.26. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createEditAccess, type EditAccess } from '../../../utils/rspace/editor/edit-access.ts';
import { failureOf } from '../support/failure-of.ts';

type Answer = () => Response | Promise<Response>;

/** What RSpace answers to each of its two questions. */
let answers: { information: Answer; otherEditor: Answer };
let asked: URL[];
let access: EditAccess;
beforeEach(() => {
  answers = { information: () => information('EDIT_MODE'), otherEditor: nobody };
  asked = [];
  access = createEditAccess({
    origin: 'https://rspace.example',
    pathname: '/workspace/editor/structuredDocument/694/',
  } as Location);
  vi.stubGlobal('fetch', async (address: URL) => {
    asked.push(address);
    return address.pathname.endsWith('getRecordInformation') ? answers.information() : answers.otherEditor();
  });
});
afterEach(() => void vi.unstubAllGlobals());

const information = (status: string, currentEditor: unknown = null) =>
  Response.json({ data: { status, currentEditor, name: 'A document' }, success: true });
const nobody: Answer = () => Response.json({ data: null, success: false });
const somebody: Answer = () =>
  Response.json({ data: { username: 'jokonkwo', fullName: 'Jonas Okonkwo' }, success: true });
const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  () =>
    new Response(null, { status: code, headers });
const noAnswer: Answer = () => Promise.reject(new TypeError('Failed to fetch'));
const { signal } = new AbortController();
const confirm = () => access.confirm(signal);

test('the document is asked about by the id in its address', async () => {
  expect(await confirm()).toBe(true);
  expect(asked.map(({ href }) => href)).toEqual([
    'https://rspace.example/workspace/getRecordInformation?recordId=694',
  ]);
});

describe('what RSpace refuses is refused', () => {
  test.each([
    ['VIEW_MODE', 'lockLost'],
    ['CANNOT_EDIT_OTHER_EDITING', 'lockedByOther'],
    ['CANNOT_EDIT_NO_PERMISSION', 'readOnly'],
    ['CAN_NEVER_EDIT', 'signed'],
    ['ACCESS_DENIED', 'readOnly'],
  ])('%s: %s', async (word, code) => {
    answers.information = () => information(word);
    expect(await failureOf(confirm())).toEqual({ code });
  });

  test.each([
    ['403 without a Content-Type', status(403)],
    ['401', status(401)],
    ['its login page', () => new Response('<form>', { headers: { 'Content-Type': 'text/html' } })],
  ])('the session has ended: %s', async (_what, answer) => {
    answers.information = answer;
    expect(await failureOf(confirm())).toEqual({ code: 'signedOut' });
  });
});

test.each([
  ['a text', 'Jonas Okonkwo', 'Jonas Okonkwo'],
  ['a person', { fullName: 'Jonas Okonkwo', username: 'jokonkwo' }, 'Jonas Okonkwo'],
  ['a person without a full name', { username: 'jokonkwo' }, 'jokonkwo'],
  ['nothing', null, null],
  ['something else', [7], null],
  ['a very long text', 'x'.repeat(201), null],
])('who edits is told where RSpace gives %s', async (_what, currentEditor, editor) => {
  answers.information = () => information('CANNOT_EDIT_OTHER_EDITING', currentEditor);
  expect(await access.ask(signal)).toEqual({ kind: 'refused', code: 'lockedByOther', editor });
});

describe('404', () => {
  test('from the first answer on is that of an older RSpace, which is asked as it can be', async () => {
    answers.information = status(404);
    expect(await confirm()).toBe(true);
    answers.otherEditor = somebody;
    expect(await failureOf(confirm())).toEqual({ code: 'lockedByOther' });
  });

  test('after an answer that told something is that of a document that is out of reach', async () => {
    await confirm();
    answers.information = status(404);
    expect(await failureOf(confirm())).toEqual({ code: 'readOnly' });
  });

  test.each([
    ['500', status(500)],
    ['nothing at all', noAnswer],
  ])('after a first answer that told nothing tells nothing either: %s', async (_what, first) => {
    answers.information = first;
    await confirm();
    answers.information = status(404);
    expect(await confirm()).toBe(false);
    expect(await confirm()).toBe(false);
  });
});

describe('where RSpace cannot say, it is asked the older question, and nothing is confirmed', () => {
  test.each([
    ['500', status(500)],
    ['a proxy that refuses', status(403, { 'Content-Type': 'text/html' })],
    ['no answer', noAnswer],
    ['a status that is not known', () => information('BEING_MOVED')],
    ['another shape', () => Response.json({ data: null })],
    ['no JSON', () => new Response('{')],
  ])('%s', async (_what, answer) => {
    answers.information = answer;
    expect(await confirm()).toBe(false);
    answers.otherEditor = somebody;
    expect(await failureOf(confirm())).toEqual({ code: 'lockedByOther' });
    answers.otherEditor = status(403);
    expect(await failureOf(confirm())).toEqual({ code: 'signedOut' });
    answers.otherEditor = noAnswer;
    expect(await confirm()).toBe(false);
  });
});

test('a question that is cancelled ends', async () => {
  const cancelled = AbortSignal.abort();
  answers.information = noAnswer;
  await expect(access.confirm(cancelled)).rejects.toMatchObject({ name: 'AbortError' });
});
