import { expect, test } from 'vitest';
import { createChoicesModel } from '../../../components/panel/find/choices-model.ts';
import type { PanelClient } from '../../../utils/messages/panel-client.ts';
import type { BookingColumn } from '../../../utils/settings/columns.ts';

const model = () => createChoicesModel({ ask: async () => {} } as unknown as PanelClient);
const chosen = (...columns: BookingColumn[]) => ({ form: 'table' as const, columns, documentLanguage: null });

test('what somebody chooses in the options, or in another document, is taken up', () => {
  const choices = model();
  choices.follow({ form: 'list', columns: ['id', 'start'], documentLanguage: 'de' });
  expect(choices.current.value).toMatchObject({
    form: 'list',
    columns: ['id', 'start'],
    documentLanguage: 'de',
  });
  choices.follow({ form: 'table', columns: null, documentLanguage: null });
  expect(choices.current.value).toMatchObject({ form: 'table', columns: null });
});

test('an older choice of one’s own that comes back does not undo a newer one', () => {
  const choices = model();
  choices.change({ columns: ['id'] });
  choices.change({ columns: ['id', 'start'] });
  choices.follow(chosen('id'));
  expect(choices.current.value.columns).toEqual(['id', 'start']);
  choices.follow(chosen('id', 'start'));
  choices.follow(chosen('id'));
  expect(choices.current.value.columns).toEqual(['id']);
});

test('what changes nothing is waited for by nobody: the same choice elsewhere is taken up later', () => {
  const choices = model();
  choices.change({ form: 'table' });
  choices.change({ form: 'list' });
  choices.follow({ ...chosen(), columns: null, form: 'list' });
  choices.follow({ ...chosen(), columns: null });
  expect(choices.current.value.form).toBe('table');
});
