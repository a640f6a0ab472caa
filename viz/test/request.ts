import type { Panel } from '../src/dashboard.js';
import type { DrawRequest } from '../src/drawing.js';
import type { Frame, FrameField } from '../src/frame.js';
import { END, START } from './answers.js';

/** A request with everything that a test does not care for. */
export function request(given: Partial<DrawRequest> & Pick<DrawRequest, 'panel'>): DrawRequest {
  return {
    frames: [],
    theme: 'light',
    timeZone: 'Europe/Moscow',
    locale: 'en',
    range: { from: START, to: END },
    now: END,
    ...given,
  };
}

export function panel(given: Partial<Panel> & Pick<Panel, 'type'>): Panel {
  return { id: 1, title: 'Panel', gridPos: { x: 0, y: 0, w: 12, h: 8 }, ...given };
}

/** A frame of columns: name, type and values, with what else the test says of the field. */
export function frame(...columns: (Partial<FrameField> & { readonly values: readonly unknown[] })[]): Frame {
  return {
    schema: {
      meta: {},
      fields: columns.map(({ name = 'value', type = 'number', config = {}, labels }) => ({
        name,
        type,
        config,
        ...(labels && { labels }),
      })),
    },
    data: { values: columns.map(({ values }) => values) },
  };
}

export const time = (values: readonly number[], interval?: number) =>
  ({ name: 'time', type: 'time', values, config: interval === undefined ? {} : { interval } }) as const;
