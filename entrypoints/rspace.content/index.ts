import { defineContentScript } from 'wxt/utils/define-content-script';
import theme from '../../assets/styles/theme.css?inline';
import { createEdge } from '../../components/panel/edge/edge.ts';
import { isFieldOpen } from '../../components/panel/edge/field-open.ts';
import { createLatePanel } from '../../components/panel/edge/late-panel.ts';
import { leaveWhenDisabled } from '../../components/panel/edge/leave-page.ts';
import { offerInMenus } from '../../components/panel/edge/menu-entry.ts';
import { onFieldQuestion } from '../../utils/messages/field-answer.ts';
import { onNews } from '../../utils/messages/panel-news.ts';
import { isDocumentPage } from '../../utils/rspace/sites/document-page.ts';
import { edgeButtonShown } from '../../utils/rspace/sites/edge-button.ts';
import css from './edge.css?inline';

/** What runs on every document page. The panel itself stands in `panel.tsx`, which runs when it is first opened. */
export default defineContentScript({
  registration: 'runtime',
  cssInjectionMode: 'manual',
  main(ctx) {
    if (!isDocumentPage(document, location.pathname)) return;
    const end = ctx.signal;
    const edge = createEdge(document, theme + css, edgeButtonShown(), end);
    const panel = createLatePanel(async () => (await import('./panel.tsx')).startPanel(edge, end));
    edge.onUse(panel);
    offerInMenus(document, panel.show, end);
    onFieldQuestion(isFieldOpen, end);
    onNews((message) => {
      if (message.push === 'show') panel.show();
      if (message.push === 'button') edge.showButton(message.value);
    }, end);
    leaveWhenDisabled(document, () => ctx.notifyInvalidated(), end);
  },
});
