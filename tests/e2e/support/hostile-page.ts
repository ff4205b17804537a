/** What a page of an attacker's does. Each function runs in the page. */

/** Presses whatever can be pressed in every open shadow root, as a script can. @returns how much that was. */
export function pressEverything(): number {
  const roots = [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
  const targets = roots.flatMap((root) => [
    ...root.querySelectorAll<HTMLElement>('button, [role=button], [role=option], [tabindex], input, select'),
  ]);
  // As a mouse's: some of what listens asks what it is that points.
  const options = { bubbles: true, cancelable: true, composed: true, pointerType: 'mouse' };
  for (const target of targets) {
    for (const type of ['pointerenter', 'pointerdown', 'pointerup', 'click'])
      target.dispatchEvent(new PointerEvent(type, options));
    for (const type of ['mousedown', 'mouseup', 'click', 'dblclick'])
      target.dispatchEvent(new MouseEvent(type, options));
    for (const key of ['Enter', ' ', 'Escape', 'ArrowDown', 'Delete'])
      for (const type of ['keydown', 'keypress', 'keyup'])
        target.dispatchEvent(new KeyboardEvent(type, { ...options, key }));
    target.click();
  }
  return targets.length;
}

/** Takes the place of what everybody uses, from the first moment on, and keeps whatever passes in `learnt`. */
export function hostileRecorder(): void {
  const learnt: string[] = [];
  Reflect.set(globalThis, 'learnt', learnt);
  const keep = (value: unknown) => {
    if (learnt.length < 100_000) learnt.push(String(value).slice(0, 100_000));
  };
  const overhear = (owner: object, name: string) => {
    const real = Reflect.get(owner, name);
    Reflect.set(owner, name, function overheard(this: unknown, ...args: unknown[]) {
      keep(`${name} ${args.map((one) => (typeof one === 'string' ? one : '')).join(' ')}`);
      const result: unknown = Reflect.apply(real, this, args);
      if (typeof result === 'string') keep(result);
      return result;
    });
  };
  overhear(JSON, 'parse');
  overhear(JSON, 'stringify');
  overhear(globalThis, 'fetch');
  overhear(globalThis, 'postMessage');
  overhear(MessagePort.prototype, 'postMessage');
  overhear(String.prototype, 'replace');
  overhear(Storage.prototype, 'setItem');
  const { CustomEvent: RealEvent } = globalThis;
  globalThis.CustomEvent = class extends RealEvent<unknown> {
    constructor(type: string, init?: CustomEventInit<unknown>) {
      super(type, init);
      keep(`${type} ${String(init?.detail)}`);
    }
  } as typeof CustomEvent;
  for (const type of ['request', 'answer', 'news', 'ready', 'takeover', 'open'])
    document.addEventListener(`calira-bookings-${type}`, (event) =>
      keep(`${type} ${String((event as CustomEvent<unknown>).detail)}`),
    );
}
