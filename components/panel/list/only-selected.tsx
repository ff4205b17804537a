import { i18n } from '#i18n';
import { Button } from '../../ui/button.tsx';
import type { PanelModel } from '../panel-model.ts';

/** Shows just what is selected, wherever in the list it stands, and everything again. */
export function OnlySelected({ model: { list, selection } }: { model: PanelModel }) {
  if (selection.rows.value.length === 0) return null;
  const only = list.onlySelected.value;
  return (
    <Button
      variant="link"
      label={i18n.t(only ? 'find.showAllLabel' : 'find.showSelectedLabel')}
      onClick={list.toggleOnlySelected}
    >
      {i18n.t(only ? 'find.showAll' : 'find.showSelected')}
    </Button>
  );
}
