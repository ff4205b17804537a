import type { Cell } from './cell.ts';
import { inertDocument, nodesOf } from './cell.ts';
import type { OutputOptions } from './table.ts';
import { provenanceLine } from './table.ts';
import { tableWords } from './table-words.ts';

/** One thing that a list tells of, and what it tells. */
export interface ListItem {
  dataset: Record<string, string>;
  /** A heading stands before what would not explain itself. */
  facts: readonly { heading: string | null; cell: Cell }[];
}

/** @returns the line of provenance and a list, in one block, which carries the marker. What is not known is left out. */
export function factList(
  provenance: string,
  items: readonly ListItem[],
  options: OutputOptions,
): HTMLElement {
  const inert = inertDocument();
  const words = tableWords[options.language];
  const paragraph = inert.createElement('p');
  paragraph.append(provenanceLine(provenance, inert));
  const list = inert.createElement('ul');
  for (const { dataset, facts } of items) {
    const item = inert.createElement('li');
    Object.assign(item.dataset, dataset);
    for (const { heading, cell } of facts) {
      if (!cell.text) continue;
      item.append((item.hasChildNodes() ? ' · ' : '') + (heading === null ? '' : `${words.named(heading)} `));
      item.append(...nodesOf(cell, words.more, inert));
    }
    list.append(item);
  }
  const block = inert.createElement('div');
  block.dataset.caliraInsertion = options.marker;
  block.dataset.caliraRetrieved = new Date(options.retrievedAt).toISOString();
  block.append(paragraph, list);
  return block;
}
