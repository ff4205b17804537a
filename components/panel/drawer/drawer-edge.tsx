import { useSignal } from '@preact/signals';
import { i18n } from '#i18n';
import type { PanelModel } from '../panel-model.ts';

/** CSS pixels. */
const narrowest = 360;
export const usualWidth = 560;
const step = 20;

/** @returns how wide the drawer may be, as panel.css has it too: some of the document stays in sight. */
const widest = () => Math.max(narrowest, window.innerWidth - 80);

/** @returns the width that the drawer has in this window. */
function drawerWidth(chosen: number | null): number {
  return Math.min(Math.max(chosen ?? usualWidth, narrowest), widest());
}

/** The drawer's edge, by which it becomes wider and narrower: dragged, or with the arrow keys. */
export function DrawerEdge({ model: { choices, width } }: { model: PanelModel }) {
  const dragging = useSignal(false);
  const now = drawerWidth(width.value ?? choices.current.value.width);
  const settle = (next: number) => {
    width.value = null;
    choices.change({ width: drawerWidth(next) });
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that moves has no element of its own.
    <div
      class={`drawer-edge ${dragging.value ? 'drawer-edge-dragging' : ''}`}
      role="separator"
      aria-orientation="vertical"
      aria-label={i18n.t('panel.width')}
      aria-valuemin={narrowest}
      aria-valuemax={widest()}
      aria-valuenow={now}
      tabIndex={0}
      onPointerDown={(event) => {
        if (!event.isTrusted) return;
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        dragging.value = true;
      }}
      onPointerMove={(event) => {
        if (dragging.value) width.value = drawerWidth(window.innerWidth - event.clientX);
      }}
      onPointerUp={() => {
        dragging.value = false;
        if (width.value !== null) settle(width.value);
      }}
      onPointerCancel={() => {
        dragging.value = false;
        width.value = null;
      }}
      onKeyDown={(event) => {
        if (!event.isTrusted) return;
        const next = { ArrowLeft: now + step, ArrowRight: now - step, Home: narrowest, End: widest() }[
          event.key
        ];
        // With Alt, the arrows are the browser's way back and forward.
        if (next === undefined || event.altKey) return;
        event.preventDefault();
        settle(next);
      }}
    />
  );
}
