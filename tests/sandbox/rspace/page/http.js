/** Marks a request as the page's own, so that a test can tell it from one made by an extension. */
const HEADERS = { 'X-Requested-With': 'XMLHttpRequest', 'X-RSpace-Page': '1' };

/** A request that failed; `status` is 0 when RSpace answered its login page. */
class RequestFailed extends Error {
  /** @param {number} status @param {string} message */
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/** Asks for JSON. @param {string} url @param {Record<string, string>} [query] */
export function getJson(url, query = {}) {
  const search = new URLSearchParams(query).toString();
  return request(search === '' ? url : `${url}?${search}`, { headers: HEADERS });
}

/** Posts a form, answers JSON. @param {string} url @param {Record<string, string>} form @param {boolean} [keepalive] */
export function postForm(url, form, keepalive = false) {
  return request(url, { method: 'POST', headers: HEADERS, body: new URLSearchParams(form), keepalive });
}

/** @param {string} url @param {RequestInit} init */
async function request(url, init) {
  const response = await fetch(url, init);
  if (!response.ok)
    throw new RequestFailed(response.status, `Status ${response.status}: ${await response.text()}`);
  if (!response.headers.get('Content-Type')?.includes('json')) {
    throw new RequestFailed(0, 'You are no longer logged in to RSpace. Please log in again in another tab.');
  }
  return response.json();
}
