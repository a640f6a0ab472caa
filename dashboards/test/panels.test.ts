import { describe, expect, it } from '@jest/globals';
import { dimensions } from '../../server/src/catalogue/dimensions.js';
import { metric } from '../../server/src/catalogue/metrics.js';
import { asking, saved, type SavedPanel, uids } from './generated.js';

const panels = [...saved.values()].flatMap((board) =>
  asking(board).map((panel) => ({ name: `${board.title}: ${panel.title}`, board, panel })),
);
const ofType = (type: string) => panels.filter(({ panel }) => panel.type === type);

describe.each(panels)('$name', ({ panel }) => {
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
    const links = panel.fieldConfig.overrides.flatMap(({ properties }) =>
      properties.flatMap(({ id, value }) => (id === 'links' ? (value as { url: string }[]) : [])),
    );
    expect(links).not.toHaveLength(0);
    for (const { url } of links) {
      const { pathname, searchParams } = new URL(url, 'http://grafana');
      expect(uids.map((uid) => `/d/${uid}`)).toContain(pathname);
      expect(numbers).toContain(searchParams.get('var-metric'));
      expect(url).toContain('${__all_variables}');
      if (panel.timeFrom === undefined) expect(url).toContain('${__url_time_range}');
      else expect(searchParams.get('to')).toBe('now');
    }
  });

  it('has a window of its own exactly where its query has one', () => {
    const timeFrom: Record<string, string> = {
      last_15m: '15m', last_30m: '30m', last_60m: '60m', today: 'now/d', this_year: 'now/y',
    }; // prettier-ignore
    const window = panel.targets?.[0]?.window;
    expect(panel.timeFrom).toBe(window === undefined ? undefined : timeFrom[window]);
    expect(panel.hideTimeOverride).toBe(window === undefined ? undefined : true);
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
      colour: (properties[0]?.value as { fixedColor: string }).fixedColor,
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
