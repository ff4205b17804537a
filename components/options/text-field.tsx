import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import type { AutosavedField } from './autosaved-field.ts';

interface TextFieldProps {
  id: string;
  label: string;
  field: AutosavedField;
  hint: string;
  /** Whether what is typed stays covered. */
  secret?: boolean;
  /** Whether the institution has set it, so that it cannot be changed here. */
  managed?: boolean;
  /** What else there is to know and to do about the value. */
  children?: ComponentChildren;
}

/** A field that saves itself, says so, and says why where it cannot. */
export function TextField({
  id,
  label,
  field,
  hint,
  secret = false,
  managed = false,
  children,
}: TextFieldProps) {
  const problem = field.problem.value;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        {...(secret ? ({ type: 'password' } as const) : ({ type: 'text' } as const))}
        value={field.text.value}
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        readOnly={managed}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-hint ${id}-outcome`}
        onInput={(event) => field.edit(event.currentTarget.value)}
        onChange={(event) => field.commit(event.currentTarget.value)}
      />
      <p id={`${id}-hint`} class="muted">
        {managed ? <strong>{i18n.t('managed.setByInstitution')}</strong> : hint}
      </p>
      <div class="field-end">
        <p id={`${id}-outcome`} class={problem ? 'outcome outcome-bad' : 'outcome'} role="status">
          {problem && i18n.t(`options.problem.${problem}`)}
          {!problem && field.saved.value && i18n.t('options.saved')}
        </p>
        {children}
      </div>
    </div>
  );
}
