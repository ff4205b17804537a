import '../../assets/styles/theme.css';
import '../../assets/styles/controls.css';
import './popup.css';
import { render } from 'preact';
import { i18n } from '#i18n';
import { Popup } from '../../components/popup/popup.tsx';
import { createPopupModel } from '../../components/popup/popup-model.ts';
import { keepFocus } from '../../components/ui/keep-focus.ts';

document.title = i18n.t('extension.name');

const root = document.querySelector<HTMLElement>('#root');
if (root) {
  const model = await createPopupModel(location.search);
  render(<Popup model={model} />, root);
  keepFocus(root);
}
