import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import atlas from 'world-atlas/countries-110m.json' with { type: 'json' };

/** The part of ECharts that is needed to know a map. */
export interface MapRegistry {
  getMap(name: string): unknown;
  registerMap(name: string, geoJson: string): void;
}

/** What charts call the map of the world's countries (Natural Earth, public domain). */
const WORLD = 'world';

/** Makes the land known to ECharts, once; a chart that needs 'world' draws no land before. */
export function registerWorld(echarts: MapRegistry): void {
  if (echarts.getMap(WORLD) != null) return;
  const read: unknown = atlas;
  const topology = read as Topology;
  const countries = topology.objects['countries'];
  if (countries === undefined) throw new Error('The map has no countries.');
  echarts.registerMap(WORLD, JSON.stringify(feature(topology, countries)));
}
