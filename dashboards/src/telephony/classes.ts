import type { Section } from '../layout.js';
import { pie } from '../panels/pie.js';
import type { PanelPlan } from '../panels/panel.js';
import type { Question } from '../question.js';

type Window = NonNullable<Question['window']>;

const by = (dimension: 'status' | 'duration_class', title: string, window: Window): PanelPlan =>
  pie({ title, asks: { metrics: ['calls'], groupBy: [dimension], window } });

export const classes: Section = {
  title: 'Calls',
  panels: [
    by('duration_class', 'Calls for the duration of the 15 min.', 'last_15m'),
    by('duration_class', 'Calls for the duration of the 60 min.', 'last_60m'),
    by('status', 'Calls by status for today', 'today'),
    by('status', 'Calls by status for year', 'this_year'),
    by('status', 'Calls by status for 15 min.', 'last_15m'),
    by('status', 'Calls by status for 30 min.', 'last_30m'),
    by('duration_class', 'Calls by duration for today', 'today'),
    by('duration_class', 'Calls for the duration of the year', 'this_year'),
    by('status', 'Calls by status for 60 min.', 'last_60m'),
    by('duration_class', 'Calls for the duration of the 30 min.', 'last_30m'),
  ],
};
