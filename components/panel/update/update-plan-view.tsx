import { i18n } from '#i18n';
import { tableWords } from '../../../utils/rspace/output/table-words.ts';
import type { BookingChange, CellChange } from '../../../utils/rspace/output/update-plan.ts';
import type { BookingColumn } from '../../../utils/settings/columns.ts';
import { spokenLanguage } from '../../ui/browser-language.ts';
import type { PlannedTable, Update } from './update-model.ts';

function columnName(column: BookingColumn): string {
  const { columns, named } = tableWords[spokenLanguage()];
  return named(columns[column]);
}

/** Table by table: what changes, what is the person's and stays, and what they cannot see. */
export function UpdatePlan({ state }: { state: Update & { kind: 'planned' } }) {
  const { tables, unread } = state;
  return (
    <>
      {tables.map((one, index) => (
        <section key={one.table.position} class="update-table" aria-label={tableName(index, tables.length)}>
          {tables.length > 1 && <h3 class="update-heading">{tableName(index, tables.length)}</h3>}
          <TablePlanView plan={one.plan} />
        </section>
      ))}
      {unread.length > 0 && (
        <p class="update-failure">
          {i18n.t('update.unread', unread.length)} {unread.join(', ')}
        </p>
      )}
    </>
  );
}

const tableName = (index: number, count: number) => i18n.t('update.table', [index + 1, count]);

function TablePlanView({ plan }: { plan: PlannedTable['plan'] }) {
  if (plan.kind === 'refused') {
    return <p class="update-refused">{i18n.t(`update.refused.${plan.reason}`)}</p>;
  }
  const { changes, kept, notVisible } = plan;
  return (
    <>
      {changes.length + kept.length + notVisible.length === 0 && (
        <p class="muted">{i18n.t('update.noChange')}</p>
      )}
      <ul class="update-bookings">
        {changes.map((change) => (
          <li key={change.id}>
            <BookingName booking={change} />
            {change.cells.map((cell) => (
              <Change key={cell.column} cell={cell} />
            ))}
          </li>
        ))}
      </ul>
      {kept.length > 0 && (
        <>
          <h4 class="update-heading">{i18n.t('update.kept')}</h4>
          <ul class="update-bookings">
            {kept.map((one) => (
              <li key={one.id}>
                <BookingName booking={one} />
                {one.cells.map(({ column, from, to }) => (
                  <p key={column} class="update-change">
                    <span class="muted">{columnName(column)}</span> {from || i18n.t('update.nothing')}{' '}
                    <span class="muted">{i18n.t('update.inCalira', [to || i18n.t('update.nothing')])}</span>
                  </p>
                ))}
              </li>
            ))}
          </ul>
        </>
      )}
      {notVisible.length > 0 && (
        <>
          <h4 class="update-heading">{i18n.t('update.notVisible')}</h4>
          <p class="update-change">
            {i18n.t('update.notVisibleStay', notVisible.length)} {notVisible.join(', ')}
          </p>
        </>
      )}
    </>
  );
}

function BookingName({ booking: { id, equipment } }: { booking: BookingChange }) {
  return (
    <p class="update-booking">
      <strong>{equipment}</strong> <span class="muted">{i18n.t('update.booking', [id])}</span>
    </p>
  );
}

function Change({ cell: { column, from, to } }: { cell: CellChange }) {
  return (
    <p class="update-change">
      <span class="muted">{columnName(column)}</span> <del>{from || i18n.t('update.nothing')}</del>{' '}
      <span aria-hidden="true">→</span> <ins>{to || i18n.t('update.nothing')}</ins>
    </p>
  );
}
