import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import yaml from 'js-yaml';
import { metric } from '../../server/src/catalogue/metrics.js';
import { Query } from '../../server/src/query/query.schema.js';
// eslint-disable-next-line no-restricted-imports -- what a rule asks is checked by the very function that answers it
import { validate } from '../../server/src/query/validate.js';
import { alertRules, generateAlerting } from '../src/alerting/generate.js';
import { intervals } from '../src/alerting/rule.js';
import { generateRunbooks, runbookPage } from '../src/alerting/runbook-page.js';
import { questionOf, runbookOf } from '../src/alerting/saved-rule.js';
import { yamlOf } from '../src/alerting/yaml.js';
import { PLUGIN_ID } from '../src/datasource.js';
import { boards } from '../src/generate.js';
import { brokenAt, savedSteps } from '../src/thresholds.js';
import { saved } from './generated.js';

const root = join(import.meta.dirname, '../..');
const files = generateAlerting(boards);
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

interface SavedRule {
  uid: string;
  condition: string;
  data: { refId: string; relativeTimeRange: { from: number; to: number }; datasourceUid: string; model: Model }[];
  dashboardUid: string;
  panelId: number;
  noDataState: string;
  execErrState: string;
  annotations: Record<string, string>;
  labels: Record<string, string>;
}
interface Model {
  metrics: string[];
  conditions: { evaluator: { type: string; params: number[] } }[];
  [setting: string]: unknown;
}
const { groups } = yaml.load(files['provisioning/alerting/rules.yaml']!) as { groups: { rules: SavedRule[] }[] };
const savedRules = groups.flatMap(({ rules }) => rules);
const rules = alertRules.map((rule) => ({
  name: rule.name,
  rule,
  saved: savedRules.find(({ uid }) => uid === `switchboard-${rule.name}`)!,
}));

const defaults = {
  zone: 'Europe/Moscow',
  weekStart: 'monday' as const,
  now: Date.UTC(2026, 10, 8, 12),
  from: Date.UTC(2026, 10, 8, 11),
  to: Date.UTC(2026, 10, 8, 12),
  parameters: { threshold: 20, shortAbandon: 5, minCount: 3 },
};

describe('the files of alerts', () => {
  it('are what is committed', () => {
    const names = readdirSync(join(root, 'provisioning/alerting')).map((name) => `provisioning/alerting/${name}`);
    expect(names.sort()).toEqual(Object.keys(files).sort());
    for (const [path, text] of Object.entries(files)) expect(read(path)).toBe(text);
  });

  it('keep the addresses of rules, which silences and links name', () => {
    expect(savedRules.map(({ uid }) => uid.replace('switchboard-', ''))).toEqual([
      'queue-wait', 'no-operator-online', 'cps-near-limit', 'data-stopped', 'abandon-rate', 'service-level',
      'carrier-trouble', 'bot-failure-rate', 'delivery-rate', 'provider-errors', 'cost-per-day-rub', 'cost-per-day-usd',
      'source-stopped',
    ]); // prettier-ignore
    for (const { uid } of savedRules) expect(uid.length).toBeLessThanOrEqual(40);
  });

  it('hold no variable of the environment', () => {
    for (const text of Object.values(files)) expect(text).not.toContain('$');
  });
});

describe.each(rules)('the rule $name', ({ rule, saved: { data, ...stored } }) => {
  const [query, condition] = data;

  it('asks for one metric, in a way that the service answers', () => {
    const { minDenominator, dropOpenBucket, fromAlert } = questionOf(rule.watches);
    const question = validate(Query.parse({ refId: 'A', ...questionOf(rule.watches) }), defaults);
    expect([question.metrics.length, question.notices]).toEqual([1, []]);
    expect([dropOpenBucket, fromAlert]).toEqual([true, true]);
    const ratio = metric(rule.watches.metric)!.denominator !== undefined;
    expect(minDenominator !== undefined && minDenominator > 1).toBe(ratio);
    expect(query).toMatchObject({
      refId: 'A',
      datasourceUid: 'switchboard',
      model: { metrics: [rule.watches.metric] },
    });
    expect(query!.relativeTimeRange.from).toBeGreaterThan(query!.relativeTimeRange.to);
  });

  it('fires beyond its limit, for at least two evaluations', () => {
    expect([stored.condition, condition]).toMatchObject([
      'B',
      { refId: 'B', model: { type: 'threshold', expression: 'A' } },
    ]);
    expect(condition!.model.conditions[0]!.evaluator).toEqual({
      type: rule.limit.side === 'above' ? 'gt' : 'lt',
      params: [rule.limit.value],
    });
    expect(rule.for * 60).toBeGreaterThanOrEqual(2 * intervals[rule.pace]);
  });

  it('says what is wrong, where to look and what to do', () => {
    const { summary, description, runbook_url: runbook, ...link } = stored.annotations;
    expect(description).toContain('.Values.A.Value');
    for (const dimension of rule.watches.groupBy ?? []) {
      if (dimension !== 'currency') expect(`${summary} ${description}`).toContain(`or .Labels.${dimension} "unknown"`);
    }
    expect(summary!.length).toBeLessThan(120);
    // Grafana serves the plugin's files below its own address, which mails need whole.
    const [, page] = new RegExp(`^http://localhost:3000/public/plugins/${PLUGIN_ID}/(runbooks/.+)$`).exec(runbook!)!;
    expect(read(`plugin/src/${page!}`)).toMatch(/<h1>.+<\/h1>\n<h2>What it means<\/h2>\n/);
    expect(['critical', 'warning']).toContain(stored.labels['severity']);
    expect([stored.noDataState, stored.execErrState]).toEqual([rule.noData, rule.error]);
    expect(link).toEqual({ __dashboardUid__: stored.dashboardUid, __panelId__: String(stored.panelId) });
    const panels = saved.get(stored.dashboardUid)!.panels.flatMap((panel) => [panel, ...(panel.panels ?? [])]);
    const panel = panels.find(({ id }) => id === stored.panelId)!;
    expect(panel.title).toBe(rule.panel[1]);
    expect(panel.targets![0]!.metrics.map(({ id }) => id)).toContain(rule.watches.metric);
  });
});

describe('runbooks', () => {
  const folder = 'docs/runbooks';
  const pages = readdirSync(join(root, folder)).map((name) => `${folder}/${name}`);
  const built = generateRunbooks();

  it('there is one for each rule, and each belongs to one', () => {
    const named = alertRules.map((rule) => runbookOf(rule).replace(/.*\/(.+)\.html$/, `${folder}/$1.md`));
    expect(pages.sort()).toEqual([...new Set(named)].sort());
  });

  it('come with the plugin, as they are committed', () => {
    const names = readdirSync(join(root, 'plugin/src/runbooks')).map((name) => `plugin/src/runbooks/${name}`);
    expect(names.sort()).toEqual(Object.keys(built).sort());
    for (const [path, text] of Object.entries(built)) expect(read(path)).toBe(text);
  });

  const html = Object.entries(built).filter(([path]) => path.endsWith('.html'));

  it.each(html)('%s leads to where Grafana has its boards, and to pages beside it', (_, page) => {
    const grafana = 'http://grafana.example/below/';
    const here = new URL(`public/plugins/${PLUGIN_ID}/runbooks/page.html`, grafana);
    const links = [...page.matchAll(/href="([^"]+)"/g)].map(([, to]) => new URL(to!, here).href);
    expect(links).toContain(`${grafana}alerting/list`);
    const uids = boards.map(({ uid }) => `${grafana}d/${uid}`);
    const others = Object.keys(built).map((path) => new URL(path.replace(/.*\//, ''), here).href);
    const known = new Set([`${grafana}alerting/list`, ...uids, ...others]);
    expect(links.filter((to) => !known.has(to))).toEqual([]);
  });

  it('are pages whose title is their first heading', () => {
    const page = runbookPage('# Too late\n\nSee [another](no-data.md) and [a board](/d/some).\n');
    expect(page).toContain('<title>Too late</title>');
    expect(page).toContain('<a href="no-data.html">another</a> and <a href="../../../../d/some">a board</a>');
  });

  it.each(pages)('%s leads to boards and pages that are there', (page) => {
    const links = [...read(page).matchAll(/\]\(([^)]+)\)/g)].map(([, to]) => to!);
    const uids = new Set(boards.map(({ uid }) => uid));
    expect(links.some((to) => to.startsWith('/d/'))).toBe(true);
    for (const to of links) {
      if (to.startsWith('/d/')) expect([to, uids.has(to.slice(3))]).toEqual([to, true]);
      else expect(() => read(join(folder, to.replace(/#.*/, '')))).not.toThrow();
    }
  });

  it.each(pages)('%s names panels that are there', (page) => {
    const titles = new Set(
      [...saved.values()].flatMap(({ panels }) =>
        panels.flatMap((each) => [each, ...(each.panels ?? [])]).map(({ title }) => title),
      ),
    );
    for (const line of read(page)
      .split('\n')
      .filter((each) => each.startsWith('- [') && each.includes('/d/'))) {
      for (const [, title] of line.replace(/\[[^\]]*\]\([^)]*\)/g, '').matchAll(/\*([^*]+)\*/g)) {
        expect([title, titles.has(title)]).toEqual([title, true]);
      }
    }
  });
});

describe('limits', () => {
  it('are where the panels turn to the colour of what is broken', () => {
    expect(brokenAt('abandon_rate')).toEqual({ side: 'above', value: 15 });
    expect(brokenAt('service_level')).toEqual({ side: 'below', value: 70 });
    expect(brokenAt('operators_online')).toEqual({ side: 'below', value: 1 });
    expect(savedSteps('abandon_rate').steps.at(-1)).toEqual({ value: 15, color: 'red' });
    expect(() => brokenAt('calls')).toThrow('calls');
  });
});

it('writes YAML that says what it was given', () => {
  const value = { a: [1, [true, 'no: # "x"\n'], { b: 'yes', c: {}, d: [] }], e: '0123', f: { g: '' } };
  expect(yaml.load(yamlOf('Words', value))).toEqual(value);
});
