import type { SwitchboardQuery } from '../../query/model';
import { largeCatalogue } from '../../testing/catalogue';
import { conditions } from './conditions';
import { explain } from './explain';

const told = (query: Partial<SwitchboardQuery>) => explain({ refId: 'A', ...query }, largeCatalogue);

describe('explain', () => {
  it('says what is counted, from what, by which time, over what', () => {
    expect(told({ metrics: ['calls'] })).toEqual([
      'Calls: Calls by start time.',
      'Counted from calls, each at its time startedAt.',
      'Where nothing happened it is 0.',
      'Range: that of the dashboard, its end not included.',
      'In steps that fit the width of the panel.',
      'Days and weeks are those of the dashboard’s time zone.',
    ]);
  });

  it('says nothing of a query without metrics but that', () => {
    expect(told({})).toEqual(['Nothing is asked: choose a metric.']);
  });

  it('says what each metric is set to, and what it alone is filtered by', () => {
    const filters = [{ key: 'queue', operator: '=|', values: ['sales', 'support'] }];
    const metrics = [{ id: 'service_level', as: 'sl20', params: { threshold: 20 }, filters }, 'wait_time'];
    expect(told({ metrics })).toEqual(
      expect.arrayContaining([
        'Set to: In time within 20 s, Short abandon 5 s.',
        'Of it only where Queue is any of sales, support.',
        'It is shown as sl20.',
        'Where there is nothing to divide by it is empty, not 0.',
        'Set to: Percentile 50 %.',
        'It is recomputed from the records for every total, never from other results.',
      ]),
    );
  });

  it('keeps variables and unknown names apart', () => {
    expect(told({ metrics: ['$metric'] })).toContain('$metric: what the variable of the dashboard chooses.');
    expect(told({ metrics: ['nothing'] })).toContain('nothing is no metric that the service knows.');
  });

  it('says of a state of this moment that it has no range', () => {
    expect(told({ metrics: ['intake_age_seconds'], interval: '1h', compare: '7d' })).toEqual([
      'Age of the newest record: Time since the newest moment that any record speaks of.',
      'A state of this moment, as it is when it is asked: it has no history.',
    ]);
  });

  it.each<[Partial<SwitchboardQuery>, string]>([
    [{ filters: [{ key: 'status', operator: '!=', values: ['no_answer'] }] }, 'Only where Status is not No answer.'],
    [{ withCustomerMessages: true }, 'Only what belongs to dialogues in which the customer wrote.'],
    [{ window: 'last_15m' }, 'Range: Last 15 minutes, whatever the dashboard shows.'],
    [{ interval: '1d' }, 'In steps of: Day.'],
    [{ interval: 'none' }, 'One number for the whole range.'],
    [{ timeZone: 'Asia/Tokyo' }, 'Days and weeks are those of Asia/Tokyo.'],
    [{ dropOpenBucket: true }, 'Without the last step while it is not over.'],
    [
      { compare: 'previous_week' },
      'Beside it the same number of an earlier range: Week before, at the same time of day.',
    ],
    [{ groupBy: ['status', 'queue'] }, 'A number for each: Status, Queue.'],
    [{ groupBy: ['tags'] }, 'What has several values counts in each, so the groups are more than the total: tags.'],
    [
      { metrics: ['calls', 'dialogues'], groupBy: ['operator', 'channel'] },
      'What has several values counts in each, so the groups are more than the total: Operator.',
    ],
    [{ groupBy: ['queue'], top: { limit: 5 } }, 'Only the first groups by Calls, up to 5, from the largest.'],
    [{ groupBy: ['queue'], top: { limit: 5 } }, 'The rest is one more group, Others, counted anew from its records.'],
    [
      { groupBy: ['queue'], top: { limit: 5, order: 'asc', others: false } },
      'Only the first groups by Calls, up to 5, from the smallest.',
    ],
    [{ groupBy: ['queue'], top: { limit: 5, others: false } }, 'The rest is left out.'],
    [{ share: 'total' }, 'Each number is its percentage of the total.'],
    [{ share: 'bucket' }, 'Each number is its percentage of its step.'],
    [{ cumulative: true }, 'The numbers are added up from the beginning of the range.'],
    [
      { format: 'facts' },
      'A list of the records behind the number (What is counted), up to 100, in their usual columns.',
    ],
    [
      { format: 'facts', part: 'denominator', columns: ['id', 'queue'], limit: 7 },
      'A list of the records behind the number (What it is divided by), up to 7: id, queue.',
    ],
    [{ format: 'states' }, 'A line of states for each operator, of up to 50 of them.'],
  ])('of %p says “%s”', (query, sentence) => {
    expect(told({ metrics: ['calls'], ...query })).toContain(sentence);
  });

  it('says of no dimension that it has several values where the counted have one', () => {
    expect(told({ metrics: ['presence_time'], groupBy: ['operator'] }).join(' ')).not.toContain('several values');
    expect(told({ metrics: ['$metric'], groupBy: ['operator'] }).join(' ')).not.toContain('several values');
  });

  it('says from which denominator on ratios are shown', () => {
    expect(told({ metrics: ['service_level'], minDenominator: 20 })).toContain('Ratios over less than 20 are empty.');
    expect(told({ metrics: ['calls'], minDenominator: 20 })).not.toContain('Ratios over less than 20 are empty.');
  });
});

describe('conditions', () => {
  it('leave out unfinished filters, shorten long lists and name what nobody gave', () => {
    const filters = [
      { key: 'queue', operator: '=|', values: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] },
      { key: 'status', operator: '=|', values: [''] },
      { key: 'status', operator: '=|', values: [] },
      { key: '', operator: '=', values: ['x'] },
    ];
    expect(conditions(filters, largeCatalogue)).toBe('Queue is any of a, b, c, d, e, +2; Status is unknown');
  });
});
