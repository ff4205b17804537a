import { render } from 'preact';
import { defineContentScript } from 'wxt/utils/define-content-script';
import columns from '../../assets/styles/columns.css?inline';
import controls from '../../assets/styles/controls.css?inline';
import theme from '../../assets/styles/theme.css?inline';
import { keptEvents } from '../../components/panel/drawer/kept-events.ts';
import { leaveWhenDisabled } from '../../components/panel/drawer/leave-page.ts';
import { shadowHost } from '../../components/panel/drawer/shadow-host.ts';
import { PanelApp } from '../../components/panel/panel-app.tsx';
import { createPanelModel } from '../../components/panel/panel-model.ts';
import { isDocumentPage } from '../../utils/rspace/sites/document-page.ts';
import { edgeButtonShown } from '../../utils/rspace/sites/edge-button.ts';
import find from './find.css?inline';
import list from './list.css?inline';
import panel from './panel.css?inline';
import sheet from './sheet.css?inline';
import update from './update.css?inline';

export default defineContentScript({
  registration: 'runtime',
  cssInjectionMode: 'manual',
  main(ctx) {
    if (!isDocumentPage(document, location.pathname)) return;
    const model = createPanelModel(document, ctx.signal, edgeButtonShown());
    leaveWhenDisabled(document, () => ctx.notifyInvalidated(), ctx.signal);
    const css = theme + controls + panel + list + find + columns + sheet + update;
    render(<PanelApp model={model} />, shadowHost(document, css, keptEvents, ctx.signal));
  },
});
