import {
  BigValueColorMode,
  BigValueGraphMode,
  BigValueTextMode,
  ReduceDataOptionsBuilder,
  VizOrientation,
} from '@grafana/grafana-foundation-sdk/common';
import { FieldColorBuilder, FieldColorModeId } from '@grafana/grafana-foundation-sdk/dashboard';
import { PanelBuilder } from '@grafana/grafana-foundation-sdk/stat';
import { additivity } from '../../../server/src/catalogue/declare.js';
import { type MetricId, metrics } from '../../../server/src/catalogue/metrics.js';
import { steps } from '../thresholds.js';
import { beforeAsNumber } from './before.js';
import { plan, type PanelPlan } from './panel.js';

/** How many buckets draw the small curve behind a number. */
const CURVE_POINTS = 100;

/**
 * One number of the range, and of the same span before. What adds up is the sum of its own curve; a ratio or a distinct
 * count is asked for as one number, because no sum or mean of its buckets is the number of the range.
 */
export function tile(title: string, metric: MetricId): PanelPlan {
  const { name } = metrics[metric];
  const adds = additivity(metrics[metric]) === 'additive';
  const asks = { metrics: [metric], format: adds ? 'time_series' : 'single', compare: 'previous_period' } as const;
  const note = '“Before” is the span of the same length just before; for today so far, yesterday up to the same time.';
  return plan({ title, asks, note }, { width: 4, height: 4 }, () => {
    const builder = new PanelBuilder()
      .reduceOptions(new ReduceDataOptionsBuilder().calcs([adds ? 'sum' : 'lastNotNull']).values(false))
      .orientation(VizOrientation.Horizontal)
      .graphMode(adds ? BigValueGraphMode.Area : BigValueGraphMode.None)
      .colorMode(BigValueColorMode.Value)
      .textMode(BigValueTextMode.ValueAndName)
      .colorScheme(new FieldColorBuilder().mode(FieldColorModeId.Thresholds))
      .thresholds(steps(metric))
      .maxDataPoints(CURVE_POINTS);
    return beforeAsNumber(builder).overrideByName(name, [{ id: 'displayName', value: 'Now' }]);
  });
}
