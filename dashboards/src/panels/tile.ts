import {
  BigValueColorMode,
  BigValueGraphMode,
  BigValueTextMode,
  ReduceDataOptionsBuilder,
  VizOrientation,
  VizTextDisplayOptionsBuilder,
} from '@grafana/grafana-foundation-sdk/common';
import { FieldColorBuilder, FieldColorModeId } from '@grafana/grafana-foundation-sdk/dashboard';
import { PanelBuilder } from '@grafana/grafana-foundation-sdk/stat';
import { additivity } from '../../../server/src/catalogue/declare.js';
import { metrics } from '../../../server/src/catalogue/metrics.js';
import { type Asked, fieldOf, idOf, type Question } from '../question.js';
import { notKnown, steps } from '../thresholds.js';
import { beforeAsNumber } from './before.js';
import { plan, type PanelPlan } from './panel.js';

/** Pixels of a number and of the word above it: left to Grafana they differ from tile to tile. */
const NUMBER_SIZE = 28;
const WORD_SIZE = 12;

/** How many buckets draw the small curve behind a number. */
const CURVE_POINTS = 100;

const BEFORE_NOTE =
  '“Before” is the span of the same length just before; for today so far, yesterday up to the same time.';

/** Where a tile is not like the others. */
interface TileWords {
  readonly width?: number;
  readonly height?: number;
  readonly note?: string;
  readonly only?: Question['only'];
  /** Of a fixed window, with nothing before it. */
  readonly window?: Question['window'];
}

/**
 * One number of the range, and of the same span before. What adds up is the sum of its own curve; a ratio or a distinct
 * count is asked for as one number, because no sum or mean of its buckets is the number of the range. Money is a number for
 * each currency, alone for want of room; a state is that of the range's end, and has no span before.
 */
export function tile(title: string, asked: Asked, words: TileWords = {}): PanelPlan {
  const metric = metrics[idOf(asked)];
  const kind = additivity(metric);
  const adds = kind === 'additive' && metric.unit !== 'currency';
  const state = kind === 'gauge' && metric.axis !== null;
  const curve = adds || state;
  const compared = kind !== 'gauge' && metric.unit !== 'currency' && words.window === undefined;
  const asks: Question = {
    metrics: [asked],
    format: curve ? 'time_series' : 'single',
    ...(compared && { compare: 'previous_period' }),
    ...(words.only && { only: words.only }),
    ...(words.window && { window: words.window }),
  };
  const note = [words.note, compared ? BEFORE_NOTE : undefined].filter((text) => text !== undefined).join('\n\n');
  const { width = 6, height = 4 } = words;
  return plan({ title, asks, width, ...(note !== '' && { note }) }, { width, height }, () => {
    const builder = new PanelBuilder()
      .reduceOptions(new ReduceDataOptionsBuilder().calcs([adds ? 'sum' : 'lastNotNull']).values(false))
      .orientation(VizOrientation.Vertical)
      .graphMode(curve ? BigValueGraphMode.Area : BigValueGraphMode.None)
      .colorMode(BigValueColorMode.Value)
      .textMode(compared || metric.unit === 'currency' ? BigValueTextMode.ValueAndName : BigValueTextMode.Value)
      .colorScheme(new FieldColorBuilder().mode(FieldColorModeId.Thresholds))
      .thresholds(steps(idOf(asked)))
      .mappings([notKnown])
      .text(new VizTextDisplayOptionsBuilder().titleSize(WORD_SIZE).valueSize(NUMBER_SIZE))
      .maxDataPoints(CURVE_POINTS);
    if (!compared) return builder;
    return beforeAsNumber(builder).overrideByName(nameOf(asked), [{ id: 'displayName', value: 'Now' }]);
  });
}

/** What people read of the number: the name that the service gives it. */
function nameOf(asked: Asked): string {
  return typeof asked === 'object' && asked.as !== undefined ? fieldOf(asked) : metrics[idOf(asked)].name;
}
