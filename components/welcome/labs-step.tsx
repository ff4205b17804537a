import { i18n } from '#i18n';
import { authorisedLabs } from '../../utils/calira/lab-choice.ts';
import { fewNames } from '../ui/few-names.ts';
import { LabsPicture } from './pictures.tsx';
import { Done, Step } from './step.tsx';
import type { WelcomeModel } from './welcome-model.ts';

/** Which labs' bookings RSpace may see. They are ticked in Calira's window, and later in the popup. */
export function LabsStep({ model }: { model: WelcomeModel }) {
  const labs = authorisedLabs(model.labs.value);
  return (
    <Step number={2} heading={i18n.t('action.chooseLabs')} picture={<LabsPicture />}>
      <p>{i18n.t('welcome.labs')}</p>
      <div role="status">
        {labs.length > 0 && <Done>{i18n.t('welcome.labsChosen', [fewNames(labs)])}</Done>}
      </div>
    </Step>
  );
}
