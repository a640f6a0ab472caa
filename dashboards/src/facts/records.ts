import {
  BigValueColorMode,
  BigValueGraphMode,
  BigValueTextMode,
  ReduceDataOptionsBuilder,
} from '@grafana/grafana-foundation-sdk/common';
import { FieldColorBuilder, FieldColorModeId } from '@grafana/grafana-foundation-sdk/dashboard';
import { PanelBuilder as StatBuilder } from '@grafana/grafana-foundation-sdk/stat';
import { PanelBuilder as TableBuilder } from '@grafana/grafana-foundation-sdk/table';
import type { MetricId } from '../../../server/src/catalogue/metrics.js';
import { colours } from '../colours.js';
import type { Section } from '../layout.js';
import { plan } from '../panels/panel.js';
import type { Asked } from '../question.js';

/** As many as the service gives at once. */
const MOST_RECORDS = 1000;

/** Pixels of a column: wide enough for ids, and for times to the second. */
const NARROWEST = 120;
const TIME_WIDTH = 165;
/** Decimals of money: its currency stands in a column of its own. */
const CENTS = 2;

/** The number that was clicked, and the records that make it. */
export function records(like: MetricId): Section {
  const asked: Asked = { id: like, chosen: true };
  const number = plan(
    {
      title: 'The number',
      asks: { metrics: [asked], format: 'single' },
      note: 'The number that is chosen above, over the range and the filters of this board; it was clicked on another.',
    },
    { width: 24, height: 3 },
    () =>
      new StatBuilder()
        .reduceOptions(new ReduceDataOptionsBuilder().calcs(['lastNotNull']).values(false))
        .graphMode(BigValueGraphMode.None)
        .colorMode(BigValueColorMode.Value)
        .textMode(BigValueTextMode.ValueAndName)
        .colorScheme(new FieldColorBuilder().mode(FieldColorModeId.Fixed).fixedColor(colours.plain)),
  );
  const list = plan(
    {
      title: 'Records',
      asks: { metrics: [asked], format: 'facts', part: '$part', limit: MOST_RECORDS },
      note: 'The records behind the number, the newest first and at most a thousand of them: where the number counts records, as many as it says.',
    },
    { width: 24, height: 20 },
    () =>
      new TableBuilder()
        .minWidth(NARROWEST)
        .overrideByRegexp('/ at$/', [{ id: 'custom.width', value: TIME_WIDTH }])
        .overrideByRegexp('/cost|amount|price/i', [{ id: 'decimals', value: CENTS }]),
  );
  return { panels: [number, list] };
}
