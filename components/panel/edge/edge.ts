import { i18n } from '#i18n';
import { spokenLanguage } from '../../ui/browser-language.ts';
import { createEdgeButton } from './edge-button.ts';
import { createFocusBefore } from './focus-before.ts';
import { followFullScreen } from './full-screen.ts';
import { keptEvents } from './kept-events.ts';
import { shadowHost } from './shadow-host.ts';

interface EdgeUses {
  /** Somebody points at the button, or has come to it by the keyboard. */
  prepare(): void;
  /** It is being pressed, or is so no longer. */
  press(down: boolean): void;
  show(): void;
}

export type Edge = ReturnType<typeof createEdge>;

/**
 * What of the extension is to be seen on every document page: the button at its edge. It is all that is drawn before
 * the panel is opened for the first time, so there is nothing here that the panel alone needs.
 *
 * @param css its styles.
 * @param shown whether the button is to be seen.
 * @param end when all of it leaves the page.
 */
export function createEdge(page: Document, css: string, shown: boolean, end: AbortSignal) {
  const root = shadowHost(page, css, keptEvents, end);
  const button = createEdgeButton(page, i18n.t('panel.open'));
  // Of what is in a shadow root, the page knows the host only.
  const shadow = root.getRootNode() as ShadowRoot;
  const focus = createFocusBefore(shadow.host);
  root.className = 'root';
  root.lang = spokenLanguage();
  button.addEventListener('pointerdown', focus.remember);
  followFullScreen(page, (full) => root.classList.toggle('root-above', full), end);

  function showButton(yes: boolean): void {
    if (yes) root.prepend(button);
    else button.remove();
  }
  showButton(shown);

  return {
    /** Into this the panel is drawn. */
    root,
    showButton,
    /** Tells of what a person does with the button, and of what may lead to it. */
    onUse({ prepare, press, show }: EdgeUses): void {
      for (const approach of ['pointerenter', 'focus'])
        button.addEventListener(approach, (event) => {
          if (event.isTrusted) prepare();
        });
      button.addEventListener('pointerdown', (event) => {
        // A finger leaves before it clicks.
        if (event.isTrusted && event.button === 0 && event.pointerType === 'mouse') press(true);
      });
      button.addEventListener('pointerleave', () => press(false));
      button.addEventListener('click', (event) => {
        if (event.isTrusted) show();
      });
    },
    addStyles(css: string): void {
      const style = page.createElement('style');
      style.textContent = css;
      root.before(style);
    },
    /** To be told before the panel takes the focus, and after it is gone. */
    setOpen(open: boolean): void {
      if (open) focus.remember();
      button.ariaExpanded = String(open);
      if (!open) focus.giveBack(button);
    },
  };
}
