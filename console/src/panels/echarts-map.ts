import { registerWorld } from '@switchboard/viz/world';
import { EffectScatterChart, MapChart, ScatterChart } from 'echarts/charts';
import { GeoComponent, VisualMapComponent } from 'echarts/components';
import { echarts } from './echarts.js';

echarts.use([EffectScatterChart, MapChart, ScatterChart, GeoComponent, VisualMapComponent]);
registerWorld(echarts);
