import { CustomChart } from 'echarts/charts';
import { DataZoomSliderComponent } from 'echarts/components';
import { echarts } from './echarts.js';

echarts.use([CustomChart, DataZoomSliderComponent]);
