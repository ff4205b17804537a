import { browser } from 'wxt/browser';

/**
 * What WXT gives to a content script, without what nobody here uses (timers, a watch over the address: 0.8 kB gzip on
 * every document page). `build/light-wxt.ts` puts it in the place of WXT's.
 */
export class ContentScriptContext {
  readonly #end = new AbortController();
  /** Aborted when the script leaves its page: a newer copy of it has started there, or `notifyInvalidated` was called. */
  readonly signal = this.#end.signal;

  /** @param name of the content script. */
  constructor(name: string) {
    const started = `${browser.runtime.id}:${name}:started`;
    document.dispatchEvent(new Event(started));
    document.addEventListener(started, () => this.notifyInvalidated(), { signal: this.signal });
  }

  notifyInvalidated(): void {
    this.#end.abort();
  }
}
