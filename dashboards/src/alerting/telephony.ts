import { brokenAt } from '../thresholds.js';
import { type AlertRule, group, value } from './rule.js';

const carrierTrouble: AlertRule = {
  name: 'carrier-trouble',
  title: 'A carrier does not connect calls',
  pace: 'rates',
  severity: 'critical',
  watches: {
    metric: 'ner',
    groupBy: ['trunk'],
    // Calls that come in have reached us; while they wait for a person, they would look like failed ones.
    filters: [{ key: 'direction', operator: '=', values: ['outbound'] }],
    minutes: 60,
    // What was dialled a moment ago rings still.
    settling: 2,
    minDenominator: 20,
  },
  limit: brokenAt('ner'),
  for: 4,
  // A trunk with too few calls to judge it.
  noData: 'OK',
  error: 'KeepLast',
  panel: ['switchboard-quality', 'Network effectiveness ratio by trunk'],
  summary: `Only ${value()} % of the calls over ${group('trunk')} reach the other side`,
  description: `Of the outbound attempts over the trunk ${group('trunk')} within the last hour, ${value(1)} % were answered, rang, or were engaged or refused at the far end. The others failed on the way.`,
};

const cpsNearLimit: AlertRule = {
  name: 'cps-near-limit',
  title: 'Call attempts near the limit of a trunk',
  pace: 'now',
  severity: 'warning',
  watches: { metric: 'trunk_cps_of_limit', groupBy: ['trunk'], minutes: 5 },
  limit: brokenAt('trunk_cps_of_limit'),
  // A peak stays in sight for five minutes: one alone must not do, a second one later does.
  for: 6,
  // No calls within five minutes, or a trunk without a limit.
  noData: 'OK',
  error: 'KeepLast',
  panel: ['switchboard-telephony', 'Peak CPS of the limit by trunk'],
  summary: `The trunk ${group('trunk')} is at ${value()} % of its call attempts per second`,
  description: `The busiest second of the last five minutes started ${value()} % of what the trunk ${group('trunk')} takes. Beyond 100 % the carrier refuses calls.`,
};

const botFailureRate: AlertRule = {
  name: 'bot-failure-rate',
  title: 'A bot fails its callers',
  pace: 'rates',
  severity: 'warning',
  watches: { metric: 'bot_failure_rate', groupBy: ['bot'], minutes: 60, minDenominator: 30 },
  limit: brokenAt('bot_failure_rate'),
  for: 4,
  // Too few calls with a bot.
  noData: 'OK',
  error: 'KeepLast',
  panel: ['switchboard-quality', 'Voice robot: goals and failures'],
  summary: `${group('bot')} fails in ${value()} % of its calls`,
  description: `In ${value(1)} % of the calls of the last hour that people took with ${group('bot')}, it did not understand or broke.`,
};

export const telephonyRules = [carrierTrouble, cpsNearLimit, botFailureRate];
