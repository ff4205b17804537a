import { useLayoutEffect } from 'preact/hooks';
import { OutdatedPanel } from './drawer/outdated-panel.tsx';
import type { Edge } from './edge/edge.ts';
import { Panel } from './panel.tsx';
import type { PanelModel } from './panel-model.ts';

interface PanelAppProps {
  model: PanelModel;
  edge: Edge;
}

/** The drawer, once it is open. */
export function PanelApp({ model, edge }: PanelAppProps) {
  const open = model.open.value;
  const Drawer = model.failure.value?.code === 'extensionUpdated' ? OutdatedPanel : Panel;
  // Before the panel takes the focus, and after it is gone.
  useLayoutEffect(() => {
    if (!open) return;
    edge.setOpen(true);
    return () => edge.setOpen(false);
  }, [open]);
  return open ? <Drawer model={model} onClose={model.hide} /> : null;
}
