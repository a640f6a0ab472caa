import { ThresholdsConfigBuilder, ThresholdsMode } from '@grafana/grafana-foundation-sdk/dashboard';
import type { MetricId } from '../../server/src/catalogue/metrics.js';
import { colours } from './colours.js';

/** From which value on a number has a colour; the first step begins at minus infinity. */
type Steps = readonly { readonly from: number | null; readonly colour: string }[];

/** Nothing to act on, whatever the value. */
const calm: Steps = [{ from: null, colour: colours.plain }];

/** Where a person would act, in the metric's unit; one place for the colours of boards and the limits of alert rules. */
export const thresholds: Readonly<Partial<Record<MetricId, Steps>>> = {
  asr: [
    { from: null, colour: colours.broken },
    { from: 20, colour: colours.lost },
    { from: 40, colour: colours.plain },
  ],
  delivery_rate: [
    { from: null, colour: colours.broken },
    { from: 80, colour: colours.lost },
    { from: 90, colour: colours.plain },
  ],
  average_first_response_time: [
    { from: null, colour: colours.plain },
    { from: 120, colour: colours.lost },
    { from: 300, colour: colours.broken },
  ],
};

/** The steps of a metric, as panels take them. */
export function steps(metric: MetricId): ThresholdsConfigBuilder {
  const asPanelsTake = (thresholds[metric] ?? calm).map(({ from, colour }) => ({ value: from, color: colour }));
  return new ThresholdsConfigBuilder().mode(ThresholdsMode.Absolute).steps(asPanelsTake);
}
