import type { PanelChoices } from './panel-choices-schema.ts';

/** Nothing is filtered; `period` is every day. */
export const noFilters = {
  maintenanceOnly: false,
  lab: null,
  equipment: null,
  bookedBy: null,
  period: { from: null, to: null },
} satisfies Partial<PanelChoices>;

export const defaultPanelChoices: PanelChoices = {
  ...noFilters,
  view: 'bookedAndCompleted',
  sort: { column: 'start', descending: true },
  width: null,
  form: 'table',
  columns: null,
};
