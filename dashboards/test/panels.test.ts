import { describe, expect, it } from '@jest/globals';
import { dimensions } from '../../server/src/catalogue/dimensions.js';
import { asking, saved, type SavedPanel } from './generated.js';

const panels = [...saved.values()].flatMap((board) =>
  asking(board).map((panel) => ({ name: `${board.title}: ${panel.title}`, board, panel })),
);
const ofType = (type: string) => panels.filter(({ panel }) => panel.type === type);

/** The seed's names of what it shows, in its order; each is part of a panel's title. */
const seed: Record<string, string[]> = {
  'switchboard-chat': [
    'Total number of dialogues',
    'The count handled by the robot',
    'The percent handled by the robot',
    'The count handled by the operator',
    'The percent handled by the operator',
    'Chat cost per period divided by name',
    'Chat cost by day',
    'number of messages from users in messengers',
    'number of user messages by day',
    'number of messages by operators',
    'number of messages from users by day',
    'number of robot messages by day',
    'number of messages from operators by day',
    'number of operator dialogues in which they wrote messages',
    'Number of skipped dialogs by operator',
    'Dialogs web widget by coordinates',
  ],
  'switchboard-notifications': [
    'Text messages by status',
    'Text messages by status (short statuses)',
    'Notifications',
    'Amount of text messages sent through channels',
    'Text messages sent',
    'Text messages delivered',
    'Amount of parts of SMS messages',
    'Viber by statuses and by days',
    'Viber by statuses and by days in percentages',
  ],
  'switchboard-telephony': [
    "Evaluation of the bot's work",
    'Volume of contact',
    'Calls for the duration of the 15 min.',
    'Calls for the duration of the 60 min.',
    'Calls by status for today',
    'Calls by status for year',
    'Calls by status for 15 min.',
    'Calls by status for 30 min.',
    'Calls by duration for today',
    'Calls for the duration of the year',
    'Average handling time',
  ],
};

describe.each(Object.entries(seed))('%s', (uid, names) => {
  it("shows what the seed shows, in the seed's order", () => {
    const titles = asking(saved.get(uid)!).map(({ title }) => title ?? '');
    let at = 0;
    for (const name of names) {
      const found = titles.findIndex((title, index) => index >= at && title.includes(name));
      expect([name, found >= at]).toEqual([name, true]);
      at = found + 1;
    }
  });
});

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
  it('show each row as a slice, at most six, with value and percent in a table on the right', () => {
    expect(ofType('piechart')).not.toHaveLength(0);
    for (const { panel } of ofType('piechart')) {
      expect(panel.targets?.[0]?.top).toMatchObject({ limit: 5, others: true });
      expect(panel.options).toMatchObject({
        reduceOptions: { values: true, limit: 6 },
        legend: { displayMode: 'table', placement: 'right', showLegend: true, values: ['value', 'percent'] },
      });
    }
  });
});

describe('rankings', () => {
  it('show each row as a bar', () => {
    expect(ofType('bargauge')).not.toHaveLength(0);
    for (const { panel } of ofType('bargauge'))
      expect(panel.options).toMatchObject({ reduceOptions: { values: true } });
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
    expect(told).toContainEqual(['unique_customers_reached', 'single', ['lastNotNull']]);
    expect(told).toContainEqual(['notifications_logical', 'single', ['lastNotNull']]);
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
