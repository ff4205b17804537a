import '../../assets/styles/theme.css';
import '../../assets/styles/controls.css';
import '../../assets/styles/columns.css';
import './options.css';
import { render } from 'preact';
import { i18n } from '#i18n';
import { Options } from '../../components/options/options.tsx';
import { createOptionsModel } from '../../components/options/options-model.ts';
import { spokenLanguage } from '../../components/ui/browser-language.ts';
import { keepFocus } from '../../components/ui/keep-focus.ts';

document.documentElement.lang = spokenLanguage();
document.title = i18n.t('options.pageTitle');

const root = document.querySelector<HTMLElement>('#root');
if (root) {
  const model = await createOptionsModel();
  render(<Options model={model} />, root);
  keepFocus(root);
  // The last event that a page is sure to see (https://developer.chrome.com/docs/web-platform/page-lifecycle-api).
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') model.flush();
  });
}
