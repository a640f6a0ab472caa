/** What the pages and the service use of drawing; the map's land is apart (./world) so that it loads only where it is shown. */
export type {
  Dashboard,
  DashboardLink,
  GridPos,
  Override,
  Panel,
  RawRange,
  SavedVariable,
  Span,
  Target,
} from './dashboard.js';
export { drawnPanels } from './dashboard.js';
export type { Frame, FrameField, Notice } from './frame.js';
export type {
  Annotation,
  Bar,
  BarGaugeModel,
  ChartDrawing,
  ColorScale,
  Drawing,
  DrawRequest,
  LegendItem,
  LegendValue,
  LinkContext,
  Part,
  StatModel,
  TextSizes,
  StatTile,
  TableCell,
  TableColumn,
  TableModel,
  Theme,
  ValueLink,
} from './drawing.js';
export { UnknownPanel } from './drawing.js';
export { drawPanel } from './draw.js';
export { toCsv } from './csv.js';
export { sortRows } from './sort-rows.js';
export type { AdHocFilter, Variable, VariableOption, VariableValues } from './variables.js';
export { applyVariables } from './apply-variables.js';
export { ALL, initialValues, variablesOf } from './variables.js';
export type { WeekStart } from './range.js';
export { panelRange, parseRange } from './range.js';
export type { BoardState } from './url.js';
export { grafanaUrl, readState, writeState } from './url.js';
export type { Asked, QueryBody } from './request.js';
export { annotationsPath, panelRequest, readAnnotations } from './request.js';
export { boardLink, boardsByTag } from './links.js';
export { OTHERS } from './others.js';
