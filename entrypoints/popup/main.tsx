import '../../assets/styles/theme.css';
import '../../assets/styles/controls.css';
import '../../assets/styles/disclosure.css';
import './popup.css';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { Popup } from '../../components/popup/popup.tsx';
import { createPopupModel } from '../../components/popup/popup-model.ts';
import { spokenLanguage } from '../../components/ui/browser-language.ts';
import { keepFocus } from '../../components/ui/keep-focus.ts';

document.documentElement.lang = spokenLanguage();
document.title = i18n.t('extension.name');

const root = document.querySelector<HTMLElement>('#root');
if (root) {
  const [model, tab] = await Promise.all([createPopupModel(location.search), browser.tabs.getCurrent()]);
  // A popup is as large as its page, a tab is not; the page cannot tell by its size which of them it is in.
  document.documentElement.classList.toggle('in-tab', tab !== undefined);
  render(<Popup model={model} />, root);
  keepFocus(root);
}
