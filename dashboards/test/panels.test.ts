import { describe, expect, it } from '@jest/globals';
import { dimensions } from '../../server/src/catalogue/dimensions.js';
import { metric } from '../../server/src/catalogue/metrics.js';
import { asking, saved, type SavedPanel, uids } from './generated.js';

const panels = [...saved.values()].flatMap((board) =>
  asking(board).map((panel) => ({ name: `${board.title}: ${panel.title}`, board, panel })),
);
const linksOf = (panel: SavedPanel) =>
  panel.fieldConfig.overrides.flatMap(({ properties }) =>
    properties.flatMap(({ id, value }) => (id === 'links' ? ((value ?? []) as { title: string; url: string }[]) : [])),
  );
const ofType = (type: string) => panels.filter(({ panel }) => panel.type === type);

describe.each(panels)('$name', ({ board, panel }) => {
  it('has a title, its definition, a unit, a word for nothing, and its data source by variable', () => {
    expect(panel.title).toMatch(/\S/);
    expect(panel.description).toMatch(/\.$/);
    expect(panel.description).not.toMatch(/[a-z]_[a-z]/);
    expect(panel.fieldConfig.defaults.unit).toMatch(/\S/);
    expect(panel.fieldConfig.defaults.noValue).toBe('–');
    for (const { datasource } of [panel, ...(panel.targets ?? [])]) {
      expect(datasource).toEqual({ type: 'switchboard-contactcenter-datasource', uid: '${datasource}' });
    }
    expect(panel.targets).toHaveLength(1);
  });

  it('leads to the records behind its numbers', () => {
    const numbers = (panel.targets ?? []).flatMap(({ metrics }) => metrics.map(({ id }) => id));
    // Of what arrived only tallies are kept; a board of records asks for them itself.
    if (numbers.includes('$metric') || numbers.every((id) => metric(id)?.fact.noun === 'tallies of records')) return;
    const links = linksOf(panel).filter(({ title }) => title.startsWith('Show'));
    expect(links).not.toHaveLength(0);
    const overTime = ['time_series', 'states', 'heatmap'].includes(panel.targets?.[0]?.format ?? '');
    for (const { title, url } of links) {
      const { pathname, searchParams } = new URL(url, 'http://grafana');
      expect(uids.map((uid) => `/d/${uid}`)).toContain(pathname);
      expect(numbers).toContain(searchParams.get('var-metric'));
      expect(url).toContain('${__all_variables}');
      expect(title).toBe(`Show the facts ${overTime ? 'of the whole range' : 'behind this number'}`);
      if (panel.timeFrom === undefined) expect(url).toContain('${__url_time_range}');
      else expect(searchParams.get('to')).toBe('now');
    }
  });

  it('leads to each group alone: on its board, by the variable of its dimension or else by a further filter', () => {
    const { groupBy: [dimension] = [] } = panel.targets?.[0] ?? {};
    const links = linksOf(panel).filter(({ title }) => title.startsWith('Only '));
    // A place and a phrase are no choice: what is written of them would not stand in an address of Grafana.
    const chosen = dimension !== undefined && !['location', 'phrase'].includes(dimension);
    expect(links.length > 0).toBe(chosen);
    const isVariable = board.templating.list.some(({ name }) => name === dimension);
    for (const { url } of links) {
      expect(url).toMatch(new RegExp(`^/d/${board.uid}\\$\\{__url\\.params:exclude:[\\w-]+\\}&`));
      const [, params = '', group = ''] = /exclude:([\w-]+)\}&(.+)$/.exec(url) ?? [];
      expect(params).toBe(isVariable ? `var-${dimension}` : 'editPanel');
      expect(group.startsWith(isVariable ? `var-${dimension}=` : `var-filters=${dimension}|=`)).toBe(true);
    }
  });

  it('has a range of its own exactly where its query or its title says so', () => {
    const timeFrom: Record<string, string> = {
      last_15m: '15m', last_30m: '30m', last_60m: '60m', today: 'now/d', this_year: 'now/y',
    }; // prettier-ignore
    const window = panel.targets?.[0]?.window;
    const [, days] = /, last (\d+) days$/.exec(panel.title ?? '') ?? [];
    const own = window === undefined ? days && `${days}d` : timeFrom[window];
    expect(panel.timeFrom).toBe(own);
    expect(panel.hideTimeOverride).toBe(own === undefined ? undefined : true);
  });
});

describe('pies', () => {
  it('show each group as a slice, at most six, with value and percent in a table on the right', () => {
    expect(ofType('piechart')).not.toHaveLength(0);
    for (const { panel } of ofType('piechart')) {
      expect(panel.targets?.[0]?.top).toMatchObject({ limit: 5, others: true });
      expect(panel.options).toMatchObject({
        reduceOptions: { values: false },
        legend: { displayMode: 'table', placement: 'right', showLegend: true, values: ['value', 'percent'] },
      });
    }
  });
});

describe('rankings', () => {
  it('show each group as a bar', () => {
    expect(ofType('bargauge')).not.toHaveLength(0);
    for (const { panel } of ofType('bargauge'))
      expect([panel.targets?.[0]?.format, panel.options]).toMatchObject([
        'single',
        { reduceOptions: { values: false } },
      ]);
  });
});

describe('tiles', () => {
  it('add up only what adds', () => {
    const calc = ({ panel }: { panel: SavedPanel }) => [
      panel.targets?.[0]?.metrics[0]?.id,
      panel.targets?.[0]?.format,
      (panel.options as { reduceOptions?: { calcs: string[] } }).reduceOptions?.calcs,
    ];
    const told = ofType('stat').map(calc);
    expect(told).toContainEqual(['calls', 'time_series', ['sum']]);
    expect(told).toContainEqual(['asr', 'single', ['lastNotNull']]);
    expect(told).toContainEqual(['queue_now', 'time_series', ['lastNotNull']]);
    expect(told).toContainEqual(['notification_cost', 'single', ['lastNotNull']]);
  });
});

describe('colours', () => {
  it('are given to values by the names that people read, and differ on one panel', () => {
    const statuses = new Set<string>(Object.values(dimensions.status.values));
    const status = panels.find(({ panel }) => panel.title === 'Calls by status for today')!.panel;
    const named = status.fieldConfig.overrides.map(({ matcher, properties }) => ({
      name: matcher.options,
      colour: (properties[0]?.value as { fixedColor?: string } | null)?.fixedColor,
    }));
    expect(named).toContainEqual({ name: 'Answered', colour: 'green' });
    expect(named).toContainEqual({ name: 'No answer', colour: 'orange' });
    expect(named).toContainEqual({ name: 'Failed', colour: 'red' });
    expect(named.filter(({ name }) => statuses.has(name))).toHaveLength(statuses.size);
  });

  it('tell the statuses of calls apart, and those of notifications', () => {
    const calls = [
      'Open',
      'Failed',
      'Congestion',
      'Rejected',
      'Busy',
      'Cancelled',
      'No answer',
      'Missed',
      'Voicemail',
      'Answered',
    ];
    for (const [title, names] of [
      ['Calls by status for today', calls],
      ['Text messages by status', Object.values(dimensions.status_seed.values)],
    ] as const) {
      const { overrides } = panels.find(({ panel }) => panel.title === title)!.panel.fieldConfig;
      const used = names.map((name) => {
        const found = overrides.find(({ matcher }) => matcher.options === name);
        return (found?.properties[0]?.value as { fixedColor: string }).fixedColor;
      });
      expect(new Set(used).size).toBe(names.length);
    }
  });
});

describe('what the limits of alert rules colour', () => {
  const overridesOf = (title: string, name: string) =>
    panels
      .find(({ panel }) => panel.title === title)!
      .panel.fieldConfig.overrides.filter(({ matcher }) => matcher.options === name)
      .flatMap(({ properties }) => properties);

  it.each(['Total price by day', 'Notification cost by day'])('%s: a line for each currency', (title) => {
    for (const [currency, value] of [
      ['RUB', 2000],
      ['USD', 10],
    ] as const) {
      const properties = overridesOf(title, currency);
      expect(properties.find(({ id }) => id === 'thresholds')?.value).toMatchObject({
        steps: [{ value: null }, { value, color: 'red' }],
      });
      expect(properties.find(({ id }) => id === 'custom.thresholdsStyle')?.value).toEqual({ mode: 'dashed' });
    }
  });

  it('a source that has been silent for six hours', () => {
    const { defaults } = panels.find(({ panel }) => panel.title === 'Newest record by source')!.panel.fieldConfig;
    expect(defaults).toMatchObject({
      color: { mode: 'thresholds' },
      thresholds: {
        steps: [
          { value: null, color: 'blue' },
          { value: 6 * 3600, color: 'red' },
        ],
      },
    });
  });
});

describe('heatmaps', () => {
  it('are drawn from rows as they come, what did not happen left out', () => {
    const told = ofType('heatmap').map(({ panel }) => [
      panel.title,
      panel.targets?.[0]?.groupBy,
      (panel.options as { yAxis?: { reverse: boolean } }).yAxis?.reverse,
    ]);
    expect(told).toEqual([
      ['Calls by hour of the day, last 30 days', ['hour_of_day'], true],
      ['How long people waited', ['wait_class'], false],
    ]);
    for (const { panel } of ofType('heatmap')) {
      expect(panel.options).toMatchObject({ calculate: false, color: { mode: 'scheme', scheme: 'Blues' } });
      expect((panel.options as { filterValues?: { le: number } }).filterValues?.le).toBeGreaterThan(0);
    }
  });
});
