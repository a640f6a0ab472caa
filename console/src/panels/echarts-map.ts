import { registerWorld } from '@switchboard/viz/world';
import { ScatterChart } from 'echarts/charts';
import { GeoComponent } from 'echarts/components';
import { echarts } from './echarts.js';

echarts.use([ScatterChart, GeoComponent]);
registerWorld(echarts);
