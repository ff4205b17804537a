import { render } from 'preact';
import controls from '../../assets/styles/controls.css?inline';
import type { Edge } from '../../components/panel/edge/edge.ts';
import type { StartedPanel } from '../../components/panel/edge/late-panel.ts';
import { PanelApp } from '../../components/panel/panel-app.tsx';
import { createPanelModel } from '../../components/panel/panel-model.ts';
import { rehearsal } from '../../components/panel/rehearsal.tsx';
import { bringTables } from '../../utils/messages/tables-request.ts';
import find from './find.css?inline';
import list from './list.css?inline';
import panel from './panel.css?inline';

/** Makes the panel of a page, which is closed at first. */
export function startPanel(edge: Edge, end: AbortSignal): StartedPanel {
  const model = createPanelModel(
    document,
    async () => {
      await bringTables();
      const tables = await import('./tables.ts');
      edge.addStyles(tables.css);
      return tables;
    },
    end,
  );
  edge.addStyles(controls + panel + list + find);
  const place = document.createElement('div');
  edge.root.append(place);
  render(<PanelApp model={model} edge={edge} />, place);
  return { ...model, prepare: rehearsal(model, edge.root) };
}
