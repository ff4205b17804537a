// @vitest-environment happy-dom
import { render } from 'preact';
import { beforeEach, expect, test, vi } from 'vitest';
import { ListSummary } from '../../../components/panel/list/list-summary.tsx';
import { resetExtension } from '../support/fake-extension.ts';
import { panelWorld } from '../support/panel-world.tsx';
import { silentRSpace } from '../support/silent-rspace.ts';

beforeEach(() => {
  resetExtension();
  silentRSpace();
});

test('before anything has come nobody reads that there are 0 bookings', async () => {
  const end = new AbortController();
  const { model, calira } = await panelWorld(end.signal);
  const place = document.createElement('div');
  render(<ListSummary model={model} />, place);
  void model.show();
  // Texts go by their names here.
  const seen = () => place.querySelector('[role=status] > :not(.visually-hidden)')?.textContent;
  await vi.waitFor(() => expect(calira.waiting.size).toBeGreaterThan(0));
  await vi.waitFor(() => expect(seen()).toBe('panel_loading'));
  for (const request of [...calira.waiting]) request.answer();
  await vi.waitFor(() => expect(place.textContent).toContain('panel_count'));
  expect(place.textContent).not.toContain('panel_loading');
  render(null, place);
  end.abort();
});
