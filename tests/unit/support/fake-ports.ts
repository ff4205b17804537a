import type { Browser } from 'wxt/browser';

/** A browser's event: those who listen, and a way to tell them. */
export function fakeEvent<Arguments extends unknown[]>() {
  const listeners = new Set<(...told: Arguments) => void>();
  return {
    addListener: (listener: (...told: Arguments) => void) => void listeners.add(listener),
    removeListener: (listener: (...told: Arguments) => void) => void listeners.delete(listener),
    hasListener: (listener: (...told: Arguments) => void) => listeners.has(listener),
    emit: (...told: Arguments) => {
      for (const listener of [...listeners]) listener(...told);
    },
    count: () => listeners.size,
  };
}

type Port = Browser.runtime.Port;

/**
 * A port as Chromium's: messages travel as JSON and arrive later; `disconnect` is told to the other end only, and an
 * end that knows that it is no longer connected throws at whoever writes to it.
 */
export function portPair(name: string, sender?: Browser.runtime.MessageSender) {
  const panel = portEnd(name);
  const background = portEnd(name, sender);
  panel.joinTo(background);
  background.joinTo(panel);
  return {
    panel,
    background,
    /** The worker is stopped: whatever its end still says is heard by nobody, and the panel's end is told. */
    stopWorker() {
      background.joinTo(null);
      panel.lose();
    },
  };
}

interface PortEnd {
  port: Port;
  /** Everything that has arrived here. */
  received: unknown[];
  /** Whether this end has been left, or has left. */
  ended(): boolean;
  arrive(message: unknown): void;
  lose(): void;
  joinTo(end: PortEnd | null): void;
}

function portEnd(name: string, sender?: Browser.runtime.MessageSender): PortEnd {
  const onMessage = fakeEvent<[unknown, Port]>();
  const onDisconnect = fakeEvent<[Port]>();
  const received: unknown[] = [];
  let connected = true;
  let other: PortEnd | null = null;
  const port = {
    name,
    ...(sender && { sender }),
    onMessage,
    onDisconnect,
    postMessage(message: unknown) {
      if (!connected) throw new Error('Attempting to use a disconnected port object');
      // What JSON cannot say arrives as null, as in Chromium.
      const written = JSON.stringify(message) ?? 'null';
      queueMicrotask(() => other?.arrive(JSON.parse(written)));
    },
    disconnect() {
      if (!connected) return;
      connected = false;
      queueMicrotask(() => other?.lose());
    },
  } satisfies Partial<Record<keyof Port, unknown>> as unknown as Port;
  return {
    port,
    received,
    ended: () => !connected,
    arrive(message) {
      if (!connected) return;
      received.push(message);
      onMessage.emit(message, port);
    },
    lose() {
      if (!connected) return;
      connected = false;
      onDisconnect.emit(port);
    },
    joinTo(end) {
      other = end;
    },
  };
}
