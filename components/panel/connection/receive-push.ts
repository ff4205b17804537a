import type { Signal } from '@preact/signals';
import type { Connection } from '../../../utils/calira/connection.ts';
import type { LabsForPanel } from '../../../utils/calira/lab-choice.ts';
import type { PanelPush } from '../../../utils/messages/panel.ts';
import type { ChoicesModel } from '../find/choices-model.ts';
import type { OutputModel } from '../insert/output-model.ts';
import type { BookingsModel } from './bookings-model.ts';

/** Whom the background's news concern. */
interface Parts {
  choices: ChoicesModel;
  output: OutputModel;
  connection: Signal<Connection | null>;
  labs: Signal<LabsForPanel | null>;
  bookings: BookingsModel;
}

/** Hands on what the background tells by itself. What concerns the page rather than the panel is followed elsewhere (`edge`). */
export function receivePush(message: PanelPush, parts: Parts): void {
  switch (message.push) {
    case 'choices':
      parts.choices.receive(message.value);
      break;
    case 'chosen':
      parts.choices.follow(message.value);
      break;
    case 'columns':
      parts.output.institution.value = message.value;
      break;
    case 'connection':
      parts.connection.value = message.value;
      break;
    case 'labs':
      parts.labs.value = message.value;
      break;
    case 'rows':
      // Where everything was forgotten, these were on their way before that.
      if (parts.bookings.state.peek().kind !== 'idle') parts.bookings.receive(message.value);
      break;
    case 'told':
      parts.bookings.told();
      break;
    case 'known':
      parts.bookings.recall(message.value);
      break;
    case 'read':
      parts.bookings.follow(message.value);
      break;
    case 'progress':
      parts.bookings.progress(message.value);
      break;
  }
}
