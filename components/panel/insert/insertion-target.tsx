import { i18n } from '#i18n';
import { refusals } from '../../../utils/rspace/editor/editor-protocol.ts';
import { Icon } from '../../ui/icons.tsx';
import type { PanelModel } from '../panel-model.ts';

/** What the person may want to say about where the bookings go: which field to open, or to replace what is selected. */
export function InsertionTarget({ model }: { model: PanelModel }) {
  const { field, fields, editable, selected } = model.editor.description.value;
  // An outdated copy of the extension touches nothing.
  if (model.failure.value) return null;
  if (selected) return <ReplaceSelected model={model} text={selected.text} length={selected.length} />;
  if (field || refusals.has(editable) || fields.length === 0) return null;
  return <FieldsToOpen model={model} />;
}

function ReplaceSelected({ model, text, length }: { model: PanelModel; text: string; length: number }) {
  const words = text.replace(/\s+/g, ' ').trim();
  return (
    <div class="target">
      <label class="check target-replace">
        <input
          type="checkbox"
          checked={model.editor.replaces.value}
          onChange={(event) => {
            if (event.isTrusted) model.editor.replaceSelected(event.currentTarget.checked);
          }}
        />
        <span>
          {words
            ? i18n.t('panel.replaceText', [length > text.length ? `${words}…` : words])
            : i18n.t('panel.replace')}
        </span>
      </label>
    </div>
  );
}

/** Each click here presses RSpace's own pencil. */
function FieldsToOpen({ model }: { model: PanelModel }) {
  const { fields } = model.editor.description.value;
  const count = model.selection.rows.value.length;
  const busy = model.handover.state.value.kind === 'opening';
  return (
    <div class="target">
      <p id="calira-fields" class="target-introduction">
        {count > 0 ? i18n.t('panel.openToInsert', count) : i18n.t('panel.openField')}
      </p>
      <ul class="target-fields" aria-labelledby="calira-fields">
        {fields.map((field) => (
          <li key={field.id}>
            <button
              type="button"
              class="target-field"
              aria-disabled={busy}
              onClick={(event) => {
                if (event.isTrusted && !busy) void model.handover.openAndInsert(field);
              }}
            >
              <Icon name="pencil" />
              {field.name ? i18n.t('panel.openNamed', [field.name]) : i18n.t('panel.openDocument')}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
