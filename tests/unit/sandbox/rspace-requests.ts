import { createRSpace, type RSpace } from '../../sandbox/rspace/rspace.ts';

/** A fresh fake RSpace with a clock that stands still. */
export function openRSpace(seed = 1): RSpace {
  return createRSpace({
    seed,
    now: () => new Date('2026-03-02T10:00:00Z'),
    caliraWebUrl: 'http://127.0.0.1:4401',
  });
}

/** Posts a form to one of the document page's own addresses and returns the JSON answer. */
export async function postTo(rspace: RSpace, action: string, form: Record<string, string>): Promise<unknown> {
  return (await formPost(rspace, action, form)).json();
}

/** The same, returning the answer itself. */
export async function formPost(
  rspace: RSpace,
  action: string,
  form: Record<string, string>,
): Promise<Response> {
  const body = new URLSearchParams(form).toString();
  return rspace.app.request(`/workspace/editor/structuredDocument/ajax/${action}`, {
    method: 'POST',
    body,
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded',
      'Content-Length': String(new TextEncoder().encode(body).length),
    },
  });
}
