import { expect, it } from '@jest/globals';
import { frame, panel, request, time } from '../test/request.js';
import { drawPanel } from './draw.js';

const HOUR = 3_600_000;
const times = Array.from({ length: 11_000 }, (_, hour) => hour * HOUR);
const columns = Array.from({ length: 20 }, (_, group) => ({
  name: 'calls',
  labels: { queue: `q${group}` },
  values: times.map((_, hour) => hour + group),
}));
const range = { from: 0, to: times.length * HOUR };

it.each(['timeseries', 'heatmap'])('a %s draws as many numbers as the service answers', (type) => {
  const frames = [frame(time(times, HOUR), ...columns)];
  const drawing = drawPanel(request({ panel: panel({ type }), frames, range }));
  expect(drawing.empty).toBe(false);
});

it('so does a table', () => {
  const rows = columns.flatMap(({ values }) => values);
  const fieldConfig = { defaults: { custom: { cellOptions: { type: 'gauge' } } }, overrides: [] };
  const drawing = drawPanel(
    request({ panel: panel({ type: 'table', fieldConfig }), frames: [frame({ values: rows })], range }),
  );
  const model = drawing.kind === 'table' ? drawing.model : undefined;
  expect(model?.rows.at(-1)?.[0]?.gauge?.share).toBe(1);
});
