import { vi } from 'vitest';

/** In a component test no RSpace is behind the page: it does not know what it is asked. */
export function silentRSpace(): void {
  vi.stubGlobal('fetch', async () => new Response(null, { status: 404 }));
}
