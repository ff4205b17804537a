import { i18n } from '#i18n';
import { breakable } from './breakable.tsx';
import { Button } from './button.tsx';
import { Icon } from './icons.tsx';

export interface ChecklistItem {
  id: string;
  label: string;
  done: boolean;
  /** Why it cannot be done. */
  note?: string | undefined;
  /** The buttons that do it: one as a rule, several where there is a choice. Shown while it is still to do. */
  actions: readonly ChecklistAction[];
}

export interface ChecklistAction {
  label: string;
  onClick: () => void;
  /** Says that it cannot be done now; `describedBy` is the id of the element that explains. */
  disabled?: boolean;
  describedBy?: string;
}

/** What has to be in place before bookings can be inserted. Nothing once everything is. */
export function Checklist({ items }: { items: readonly ChecklistItem[] }) {
  const done = items.filter((item) => item.done).length;
  if (done === items.length) return null;
  // One primary button: the one for the next thing to do.
  const next = items.find((item) => !item.done && item.actions.length > 0)?.id;
  return (
    <section class="checklist" aria-labelledby="checklist-heading">
      <h2 class="checklist-heading">
        <span id="checklist-heading">{i18n.t('checklist.heading')}</span>{' '}
        <span class="muted">{i18n.t('checklist.count', [String(done), String(items.length)])}</span>
      </h2>
      <ol class="checklist-items">
        {items.map((item) => (
          <ChecklistLine key={item.id} item={item} primary={item.id === next} />
        ))}
      </ol>
    </section>
  );
}

function ChecklistLine({
  item: { label, done, note, actions },
  primary,
}: {
  item: ChecklistItem;
  primary: boolean;
}) {
  const kind = done ? 'checklist-item-done' : actions.length > 1 ? 'checklist-item-several' : '';
  return (
    <li class={`checklist-item ${kind}`}>
      <span class="checklist-label">
        <span class="checklist-mark">{done && <Icon name="check" />}</span>
        <span>
          <span class="visually-hidden">{i18n.t(done ? 'checklist.done' : 'checklist.toDo')}</span> {label}
          {!done && note && <span class="checklist-note">{note}</span>}
        </span>
      </span>
      {!done &&
        actions.map((action, index) => (
          <Button
            key={action.label}
            variant={primary && index === 0 ? 'primary' : 'secondary'}
            disabled={action.disabled ?? false}
            describedBy={action.describedBy}
            onClick={action.onClick}
          >
            {breakable(action.label)}
          </Button>
        ))}
    </li>
  );
}
