import { i18n } from '#i18n';
import type { Connection, ConnectionState } from '../../utils/calira/connection.ts';

/** The state of the connection in one word, announced when it changes. */
export function ConnectionStatus({ connection }: { connection: Connection }) {
  return (
    <span class={`connection-status connection-${connection.state}`}>
      <span role="status">{word(connection.state)}</span>
    </span>
  );
}

function word(state: ConnectionState): string {
  return i18n.t(`popup.state.${state}`);
}
