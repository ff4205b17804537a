import '../../assets/styles/theme.css';
import '../../assets/styles/controls.css';
import './welcome.css';
import { render } from 'preact';
import { i18n } from '#i18n';
import { spokenLanguage } from '../../components/ui/browser-language.ts';
import { keepFocus } from '../../components/ui/keep-focus.ts';
import { Welcome } from '../../components/welcome/welcome.tsx';
import { createWelcomeModel } from '../../components/welcome/welcome-model.ts';

document.documentElement.lang = spokenLanguage();
document.title = i18n.t('extension.name');

const root = document.querySelector<HTMLElement>('#root');
if (root) {
  const model = await createWelcomeModel();
  render(<Welcome model={model} />, root);
  keepFocus(root);
}
