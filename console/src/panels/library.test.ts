import { expect, it, jest } from '@jest/globals';

const loaded: string[] = [];
const later = (name: string) => new Promise<void>((resolve) => setTimeout(() => resolve(void loaded.push(name)), 20));

jest.unstable_mockModule('./echarts.js', () => ({ echarts: { name: 'the library' } }));
jest.unstable_mockModule('./echarts-map.js', () => later('map').then(() => ({})));
jest.unstable_mockModule('./echarts-shapes.js', () => later('shapes').then(() => ({})));

const { libraryWith } = await import('./library.js');

it('hands the library out when all that a chart needs has loaded, and loads nothing else', async () => {
  expect(await libraryWith([])).toEqual({ name: 'the library' });
  expect(loaded).toEqual([]);
  // A chart that is made before its map has loaded shows the land, but no markers.
  expect(await libraryWith(['world'])).toEqual({ name: 'the library' });
  expect(loaded).toEqual(['map']);
  await libraryWith(['shapes']);
  expect(loaded).toEqual(['map', 'shapes']);
});
