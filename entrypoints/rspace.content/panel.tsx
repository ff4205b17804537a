import { render } from 'preact';
import columns from '../../assets/styles/columns.css?inline';
import controls from '../../assets/styles/controls.css?inline';
import type { Edge } from '../../components/panel/edge/edge.ts';
import type { StartedPanel } from '../../components/panel/edge/late-panel.ts';
import { PanelApp } from '../../components/panel/panel-app.tsx';
import { createPanelModel } from '../../components/panel/panel-model.ts';
import find from './find.css?inline';
import list from './list.css?inline';
import panel from './panel.css?inline';
import sheet from './sheet.css?inline';
import update from './update.css?inline';

/** Makes the panel of a page, which is closed at first. */
export function startPanel(edge: Edge, end: AbortSignal): StartedPanel {
  const model = createPanelModel(document, end);
  edge.addStyles(controls + panel + list + find + columns + sheet + update);
  const place = document.createElement('div');
  edge.root.append(place);
  render(<PanelApp model={model} edge={edge} />, place);
  return model;
}
