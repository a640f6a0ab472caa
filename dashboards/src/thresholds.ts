import {
  MappingType,
  SpecialValueMatch,
  type ThresholdsConfig,
  ThresholdsConfigBuilder,
  ThresholdsMode,
  type ValueMapping,
} from '@grafana/grafana-foundation-sdk/dashboard';
import type { MetricId } from '../../server/src/catalogue/metrics.js';
import { colours } from './colours.js';

/** From which value on a number has a colour; the first step begins at minus infinity. */
type Steps = readonly { readonly from: number | null; readonly colour: string }[];

/** Nothing to act on, whatever the value. */
const calm: Steps = [{ from: null, colour: colours.plain }];

/** Low is bad: broken below the first value, lost below the second. */
const below = (broken: number, lost: number): Steps => [
  { from: null, colour: colours.broken },
  { from: broken, colour: colours.lost },
  { from: lost, colour: colours.plain },
];

/** High is bad: lost from the first value on, broken from the second. */
const above = (lost: number, broken: number): Steps => [
  { from: null, colour: colours.plain },
  { from: lost, colour: colours.lost },
  { from: broken, colour: colours.broken },
];

/** Where a person would act, in the metric's unit; one place for the colours of boards and the limits of alert rules. */
export const thresholds: Readonly<Partial<Record<MetricId, Steps>>> = {
  asr: below(20, 40),
  ner: below(80, 90),
  trunk_cps_of_limit: above(70, 90),
  longest_wait_now: above(120, 300),
  occupancy: above(85, 95),
  delivery_rate: below(65, 85),
  final_delivery_rate: below(80, 90),
  error_rate: above(5, 20),
  notifications_pending_percent: above(5, 10),
  delivery_latency: above(60, 300),
  opt_out_rate: above(2, 5),
  dialogues_unhandled_percent: above(8, 15),
  average_first_response_time: above(180, 600),
  first_response_time: above(180, 600),
  next_response_time: above(180, 600),
  resolution_time: above(14_400, 43_200),
  reopen_rate: above(10, 20),
  service_level: below(70, 80),
  abandon_rate: above(8, 15),
  bot_failure_rate: above(25, 40),
  operators_online: [
    { from: null, colour: colours.broken },
    { from: 1, colour: colours.plain },
  ],
  average_speed_of_answer: above(30, 60),
  csat: below(50, 65),
  nps: below(-10, 0),
  intake_age_seconds: above(900, 1800),
  ingest_lag_seconds: above(60, 300),
  rejection_rate: above(1, 5),
};

/** What is not known is no reason to act: without this it would have the colour of the lowest step. */
export const notKnown: ValueMapping = {
  type: MappingType.SpecialValue,
  options: { match: SpecialValueMatch.Null, result: { text: '–', color: colours.plain } },
};

/** What notifications may cost a day before somebody looks, by currency. */
export const costPerDay = { RUB: 2000, USD: 10 } as const;

/** For how many seconds one source may be silent: some have nothing to tell all night. */
export const SILENCE = 21_600;

/** Where a metric takes the colour of what is broken: beyond it on the bad side. */
export function brokenAt(metric: MetricId): { readonly side: 'above' | 'below'; readonly value: number } {
  const all = thresholds[metric] ?? calm;
  const index = all.findIndex(({ colour }) => colour === colours.broken);
  const value = index === 0 ? all[1]?.from : all[index]?.from;
  if (value == null) throw new Error(`Nothing says from where on ${metric} is broken.`);
  return { side: index === 0 ? 'below' : 'above', value };
}

/** The steps of a metric as Grafana saves them. */
export function savedSteps(metric: MetricId): ThresholdsConfig {
  return saved(thresholds[metric] ?? calm);
}

/** The steps of a metric, as panels take them. */
export function steps(metric: MetricId): ThresholdsConfigBuilder {
  return asTaken(savedSteps(metric));
}

/** One limit, of which only numbers beyond it are broken: as Grafana saves it. */
export function savedLimit(limit: number, below: string = colours.plain): ThresholdsConfig {
  return saved([
    { from: null, colour: below },
    { from: limit, colour: colours.broken },
  ]);
}

/** The same, as panels take it. */
export function limitAt(limit: number, below: string): ThresholdsConfigBuilder {
  return asTaken(savedLimit(limit, below));
}

function saved(all: Steps): ThresholdsConfig {
  return { mode: ThresholdsMode.Absolute, steps: all.map(({ from, colour }) => ({ value: from, color: colour })) };
}

function asTaken({ mode, steps: all }: ThresholdsConfig): ThresholdsConfigBuilder {
  return new ThresholdsConfigBuilder().mode(mode).steps(all);
}
