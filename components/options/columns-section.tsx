import { i18n } from '#i18n';
import { Button } from '../ui/button.tsx';
import { ColumnChoice } from '../ui/column-choice.tsx';
import type { ColumnsModel } from './columns-model.ts';

/** What an inserted table has, for every document that is opened from now on. */
export function ColumnsSection({ model }: { model: ColumnsModel }) {
  return (
    <section aria-labelledby="columns-heading">
      <h2 id="columns-heading">{i18n.t('columns.title')}</h2>
      <p class="muted">{i18n.t('options.columnsIntroduction')}</p>
      <ColumnChoice columns={model.columns.value} managed={model.managed.value} onChange={model.choose} />
      <div>
        <Button variant="quiet" disabled={!model.isOwn.value} onClick={() => model.choose(null)}>
          {i18n.t('columns.reset')}
        </Button>
      </div>
    </section>
  );
}
