import { TableCellDisplayMode } from '@grafana/grafana-foundation-sdk/common';
import { PanelBuilder } from '@grafana/grafana-foundation-sdk/table';
import { linkToFacts } from '../links.js';
import type { Question } from '../question.js';
import { type PanelPlan, plan } from './panel.js';

const MOST_PHRASES = 10;

/** What one side says most often, word for word, with a bar for how often. */
export function phrases(title: string, author: 'customer' | 'bot', colour: string): PanelPlan {
  const asks: Question = {
    metrics: ['phrases'],
    groupBy: ['phrase'],
    only: { author: [author] },
    format: 'table',
    top: MOST_PHRASES,
    withoutOthers: true,
  };
  // By the list's own variable: a further filter in an address ends at a comma, and phrases have some.
  const link = linkToFacts('phrases', asks, ['var-phrase=${__value.raw:percentencode}']);
  return plan({ title, asks }, { width: 12, height: 10 }, () =>
    new PanelBuilder()
      .min(0)
      .overrideByName('phrase', [
        { id: 'custom.wrapText', value: true },
        ...(link ? [{ id: 'links', value: [link] }] : []),
      ])
      .overrideByName('phrases', [
        { id: 'custom.width', value: 180 },
        {
          id: 'custom.cellOptions',
          value: { type: TableCellDisplayMode.Gauge, mode: 'basic', valueDisplayMode: 'text' },
        },
        { id: 'color', value: { mode: 'fixed', fixedColor: colour } },
        { id: 'displayName', value: 'Times' },
      ]),
  );
}
