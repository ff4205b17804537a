import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { Icon } from '../ui/icons.tsx';

interface StepProps {
  number: number;
  heading: string;
  picture: ComponentChildren;
  children: ComponentChildren;
}

/** One of the steps, with its picture. */
export function Step({ number, heading, picture, children }: StepProps) {
  return (
    <li class="step">
      {picture}
      <div class="step-text">
        <h2>
          <span class="step-number">{i18n.t('welcome.step', [String(number)])}</span> {heading}
        </h2>
        {children}
      </div>
    </li>
  );
}

/** Says that a step is done. */
export function Done({ children }: { children: string }) {
  return (
    <p class="step-state">
      <Icon name="check" />
      <span>{children}</span>
    </p>
  );
}
