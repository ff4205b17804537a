import { useEffect, useErrorBoundary, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { Logo } from '../ui/logo.tsx';
import { giveFocusBack } from './drawer/focus-back.ts';
import { lastWords, OutdatedPanel } from './drawer/outdated-panel.tsx';
import { Panel } from './panel.tsx';
import type { PanelModel } from './panel-model.ts';

/** The slim tab at the right edge of the page and, once it is open, the drawer. */
export function PanelApp({ model }: { model: PanelModel }) {
  const root = useRef<HTMLDivElement>(null);
  const tab = useRef<HTMLButtonElement>(null);
  /** Where the person was, in the editor most likely: there the focus goes back. */
  const before = useRef<HTMLElement | null>(null);
  const open = model.open.value;
  const words = useMemo(lastWords, []);
  const outdated = model.failure.value?.code === 'extensionUpdated';
  // What is drawn between an update and the moment when it is noticed finds no texts any more.
  const [, drawAgain] = useErrorBoundary((error) => {
    if (model.isInForce()) throw error;
    drawAgain();
  });
  const wasOpen = useRef(false);
  // Before the panel takes the focus. Where our own button has it, the press has kept what was there before.
  useLayoutEffect(() => {
    const { activeElement: at } = document;
    const own = at?.shadowRoot?.contains(root.current) ?? false;
    if (open && !own) before.current = at instanceof HTMLElement && at !== document.body ? at : null;
  }, [open]);
  useEffect(() => {
    const target = before.current?.isConnected ? before.current : tab.current;
    if (wasOpen.current && !open && target) giveFocusBack(target);
    wasOpen.current = open;
  }, [open]);
  return (
    <div ref={root} class={model.fullScreen.value ? 'root root-above' : 'root'}>
      {model.button.value && (
        <button
          ref={tab}
          type="button"
          class="edge-tab"
          aria-expanded={open}
          aria-label={words.open}
          title={words.open}
          onPointerDown={(event) => {
            const { activeElement } = document;
            before.current =
              activeElement instanceof HTMLElement && activeElement !== document.body ? activeElement : null;
            // A finger leaves before it clicks.
            if (event.isTrusted && event.button === 0 && event.pointerType === 'mouse') model.press(true);
          }}
          onPointerLeave={() => model.press(false)}
          onClick={(event) => {
            if (!event.isTrusted) return;
            if (open) model.hide();
            else model.show();
          }}
        >
          <Logo />
        </button>
      )}
      {open && outdated && <OutdatedPanel words={words} onClose={model.hide} />}
      {open && !outdated && <Panel model={model} onClose={model.hide} />}
    </div>
  );
}
