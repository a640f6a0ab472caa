import { describe, expect, it } from '@jest/globals';
import type { Panel } from '@switchboard/viz';
import { sectionsOf } from './section.js';

const panel = (id: number, x: number, y: number): Panel => ({ id, type: 'stat', gridPos: { x, y, w: 12, h: 4 } });
const row = (id: number, y: number, panels?: Panel[]): Panel => ({
  id,
  type: 'row',
  gridPos: { x: 0, y, w: 24, h: 1 },
  ...(panels === undefined ? {} : { collapsed: true, panels }),
});

describe('sectionsOf', () => {
  it('puts panels under the row above them, whatever their order in the file', () => {
    const sections = sectionsOf([panel(5, 12, 6), row(3, 5), panel(2, 12, 0), panel(4, 0, 6), panel(1, 0, 0)]);
    expect(sections.map(({ row: head, panels }) => [head?.id, ...panels.map(({ id }) => id)])).toEqual([
      [undefined, 1, 2],
      [3, 4, 5],
    ]);
  });

  it('takes a closed row’s panels from the row', () => {
    const sections = sectionsOf([row(1, 0, [panel(2, 0, 1)]), row(3, 1), panel(4, 0, 2)]);
    expect(sections.map(({ row: head, panels }) => [head?.id, ...panels.map(({ id }) => id)])).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });
});
