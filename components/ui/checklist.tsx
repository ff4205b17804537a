import { i18n } from '#i18n';
import { Button } from './button.tsx';
import { Icon } from './icons.tsx';

export interface ChecklistItem {
  id: string;
  label: string;
  done: boolean;
  /** The button that does it. Shown while it is still to do. */
  action?: ChecklistAction;
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
  const next = items.find((item) => !item.done && item.action)?.id;
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
  item: { label, done, action },
  primary,
}: {
  item: ChecklistItem;
  primary: boolean;
}) {
  return (
    <li class={done ? 'checklist-item checklist-item-done' : 'checklist-item'}>
      <span class="checklist-label">
        <span class="checklist-mark">{done && <Icon name="check" />}</span>
        <span>
          <span class="visually-hidden">{i18n.t(done ? 'checklist.done' : 'checklist.toDo')}</span> {label}
        </span>
      </span>
      {!done && action && (
        <Button
          variant={primary ? 'primary' : 'secondary'}
          disabled={action.disabled ?? false}
          describedBy={action.describedBy}
          onClick={action.onClick}
        >
          {action.label}
        </Button>
      )}
    </li>
  );
}
