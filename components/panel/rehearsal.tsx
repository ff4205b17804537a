import { render } from 'preact';
import type { BookingRow } from '../../utils/bookings/booking.ts';
import { Panel } from './panel.tsx';
import type { PanelModel } from './panel-model.ts';

/** Nobody ever sees it. */
const booking: BookingRow = {
  id: '',
  start: '2026-01-01T09:00Z',
  end: '2026-01-01T09:30Z',
  status: 'Booked',
  equipment: null,
  lab: null,
  timeZone: null,
  details: null,
  links: { booking: null, equipment: null },
};

/**
 * Draws the panel with one booking where nobody sees it, and takes it away again: the browser then has compiled what
 * draws, and has found its fonts, dates and numbers, before somebody waits for the first rows. Asks nobody for anything.
 */
async function rehearse(model: PanelModel, root: HTMLElement): Promise<void> {
  const stage = document.createElement('div');
  stage.style.visibility = 'hidden';
  root.append(stage);
  model.bookings.rows.value = new Map([[booking.id, booking]]);
  try {
    render(<Panel model={model} onClose={model.hide} />, stage);
    // The list measures itself when it has been drawn.
    await Promise.resolve();
  } finally {
    model.bookings.rows.value = new Map();
    stage.remove();
    render(null, stage);
  }
}

/** @returns what is to be called whenever somebody may be about to open the panel: before the first time, it rehearses. */
export function rehearsal(model: PanelModel, root: HTMLElement): () => void {
  let begun = false;
  return () => {
    if (begun) return;
    begun = true;
    // What the person does comes first.
    setTimeout(() => {
      // What cannot be drawn is told of when somebody wants to see it.
      if (!model.open.value && model.bookings.rows.value.size === 0) rehearse(model, root).catch(() => {});
    });
  };
}
