import { i18n } from '#i18n';
import { Button } from '../ui/button.tsx';
import type { LabsModel } from './labs-model.ts';

/** Applies the choice of labs. Rests while there is nothing to decide. */
export function AuthoriseButton({ model }: { model: LabsModel }) {
  return (
    <Button
      variant="primary"
      disabled={!model.canDecide.value}
      describedBy="labs-outcome"
      onClick={model.authorise}
    >
      {i18n.t('popup.authorise')}
    </Button>
  );
}
