import {
  CoreApp,
  type DataFrame,
  type DataLink,
  type DataLinkClickEvent,
  type DataQueryRequest,
  type Field,
  FieldType,
  type ScopedVars,
  type TimeRange,
} from '@grafana/data';
import { t } from '@grafana/i18n';
import { config } from '@grafana/runtime';
import { exploreAddress } from './exploreAddress';
import { fieldName, type SwitchboardQuery } from './model';
import { groupOf, recordsOf, type Row, rowOf, rowShown, shownIn } from './recordsQuery';
import { stepAt } from './step';

/** Where and over which range the numbers were asked for. */
interface Surroundings {
  source: { uid: string; name: string; type: string };
  range: TimeRange;
  app: string;
}

/** Who asks. Grafana gives a board that was never saved the uid null. */
interface Asking extends Pick<DataQueryRequest, 'app'> {
  dashboardUID?: string | null;
}

/** Grafana says it as text. */
const EXPLORE: string = CoreApp.Explore;
const MAY_EXPLORE = 'datasources:explore';
const OWN_BOARDS = 'switchboard-';
const WITH_NUMBERS = new Set([undefined, 'time_series', 'table', 'single']);

/**
 * Whether numbers get links of their own: in Explore, and on boards for those who may use it. Switchboard's own boards lead
 * to records by links that they bring.
 */
export function leadsToRecords({ app, dashboardUID }: Asking): boolean {
  if (app === EXPLORE) return true;
  const mayExplore = config.exploreEnabled && config.bootData?.user?.permissions?.[MAY_EXPLORE] === true;
  return mayExplore && dashboardUID !== undefined && !dashboardUID?.startsWith(OWN_BOARDS);
}

/**
 * Frames whose numbers lead to the records behind them, in Explore: those of a point of a line to the records of its step.
 * Numbers of an earlier range and those made of several others lead nowhere.
 * @param asked the queries as the service was asked them
 */
export function withRecordLinks(frames: DataFrame[], asked: SwitchboardQuery[], around: Surroundings): DataFrame[] {
  return frames.map((frame) => {
    const query = asked.find(({ refId }) => refId === frame.refId);
    if (query === undefined || !WITH_NUMBERS.has(query.format)) return frame;
    return { ...frame, fields: frame.fields.map((field) => linked(field, frame, query, around)) };
  });
}

function linked(field: Field, frame: DataFrame, query: SwitchboardQuery, around: Surroundings): Field {
  const metric = query.metrics?.find((one) => fieldName(one) === field.name);
  if (field.type !== FieldType.number || metric === undefined || field.labels?.compare !== undefined) return field;
  const time = frame.fields.find(({ type }) => type === FieldType.time);
  const records = (row: Row) => recordsOf(query, metric, groupOf(field, frame, row));
  const link = {
    title: t('editor.records-link', 'Records behind this number'),
    ...(time ? ofStep(records, time, query, around) : ofRange(records, around)),
  };
  return { ...field, config: { ...field.config, links: [...(field.config.links ?? []), link] } };
}

/** Grafana's own link, which Explore opens beside the number. */
function ofRange(records: (row: Row) => SwitchboardQuery, { source, range }: Surroundings): Omit<DataLink, 'title'> {
  const query = ({ scopedVars }: { scopedVars: ScopedVars }) => records(rowOf(scopedVars));
  return { url: '', internal: { datasourceUid: source.uid, datasourceName: source.name, range, query } };
}

/** An address, since Grafana's own links have one range for all points of a line. */
function ofStep(
  records: (row: Row) => SwitchboardQuery,
  time: Field,
  query: SwitchboardQuery,
  { source, range, app }: Surroundings,
): Omit<DataLink, 'title'> {
  const onBuildUrl = ({ replaceVariables = (text) => text }: DataLinkClickEvent) => {
    const step = stepAt(shownIn(time, 'numeric', replaceVariables), time, query, range);
    const { window: fixed, ...always } = records(rowShown(replaceVariables));
    const asked = step || !fixed ? always : { ...always, window: fixed };
    return exploreAddress(source, asked, step ?? range.raw, app === EXPLORE ? window.location.search : '');
  };
  return { url: '', targetBlank: false, onBuildUrl };
}
