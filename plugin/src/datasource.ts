import {
  type AdHocVariableFilter,
  CoreApp,
  type DataQueryRequest,
  type DataQueryResponse,
  type DataSourceGetTagValuesOptions,
  type DataSourceInstanceSettings,
  isDataFrame,
  type MetricFindValue,
  type QueryFixAction,
  type ScopedVars,
  type TimeRange,
} from '@grafana/data';
import { t } from '@grafana/i18n';
import { DataSourceWithBackend, getTemplateSrv, isExpressionReference } from '@grafana/runtime';
import { map, type Observable } from 'rxjs';
import { annotations } from './annotations/annotations';
import type { Catalogue, DimensionValue, ValuesList } from './catalogue/catalogue';
import { readCatalogue, readValues } from './catalogue/read';
import { adHocFilters, filteredByOthers } from './query/adhoc';
import { withClick } from './query/click';
import { displayText } from './query/displayText';
import type { Templates } from './query/expand';
import { migrateQuery } from './query/migrateQuery';
import { DEFAULT_QUERY, type Filter, type SwitchboardQuery } from './query/model';
import { asksSomething, normalise } from './query/normalise';
import { withOthersNotice } from './query/notice';
import { leadsToRecords, withRecordLinks } from './query/recordLinks';
import { ianaZone, weekStart } from './query/zone';
import type { SwitchboardSettings } from './settings';
import { SwitchboardVariables } from './variables/SwitchboardVariables';

/** As many as the service lists at once. */
export const MOST_VALUES = 1_000;

/** Which of a dimension's values are asked for. */
interface ValuesRequest {
  range?: TimeRange;
  /** Only values whose id or label contains this. */
  search?: string;
  filters?: Filter[];
}

/** The data source in the browser: it completes queries with what only the browser knows and hands them to the backend. */
export class SwitchboardDataSource extends DataSourceWithBackend<SwitchboardQuery, SwitchboardSettings> {
  private loading?: Promise<Catalogue>;

  constructor(
    settings: DataSourceInstanceSettings<SwitchboardSettings>,
    readonly templates: Templates = getTemplateSrv(),
  ) {
    super(settings);
    this.variables = new SwitchboardVariables(this);
    this.annotations = annotations;
  }

  override query(request: DataQueryRequest<SwitchboardQuery>): Observable<DataQueryResponse> {
    const around = { timeZone: ianaZone(request.timezone), weekStart: weekStart() };
    const targets = request.targets.map((target) =>
      isExpressionReference(target.datasource)
        ? target
        : {
            ...target,
            timeZone: target.timeZone || around.timeZone,
            weekStart: target.weekStart || around.weekStart,
          },
    );
    const { scopedVars, filters, range, app } = request;
    const leads = leadsToRecords(request);
    const asked = leads ? targets.map((target) => this.applyTemplateVariables(target, scopedVars, filters)) : [];
    return super.query({ ...request, targets }).pipe(
      map((answer) => {
        const frames = withOthersNotice(answer.data.filter(isDataFrame), filteredByOthers(filters));
        return { ...answer, data: leads ? withRecordLinks(frames, asked, { source: this, range, app }) : frames };
      }),
    );
  }

  override applyTemplateVariables(
    query: SwitchboardQuery,
    scopedVars: ScopedVars,
    filters?: AdHocVariableFilter[],
  ): SwitchboardQuery {
    return normalise(query, { templates: this.templates, scopedVars, adHoc: filters });
  }

  override filterQuery(query: SwitchboardQuery): boolean {
    return asksSomething(query);
  }

  /** None for a rule: Grafana would show it in the editor and not save it. The editor hands on what it shows there. */
  override getDefaultQuery(app: CoreApp): Partial<SwitchboardQuery> {
    return app === CoreApp.UnifiedAlerting ? {} : DEFAULT_QUERY;
  }

  override getQueryDisplayText(saved: SwitchboardQuery): string {
    return displayText(migrateQuery(saved));
  }

  /** Explore's clicks on a value. */
  override modifyQuery(query: SwitchboardQuery, action: QueryFixAction): SwitchboardQuery {
    return withClick(migrateQuery(query), action);
  }

  /** Lets Grafana warn where a rule is made of a query with variables: a rule has none. */
  override targetContainsTemplate(query: SwitchboardQuery): boolean {
    return this.templates.containsTemplate(JSON.stringify(query));
  }

  /** What can be asked for; loaded once, and again after a failure. */
  catalogue(): Promise<Catalogue> {
    this.loading ??= this.getResource<unknown>('catalogue')
      .then(readCatalogue)
      .catch((error: unknown) => {
        this.loading = undefined;
        throw error;
      });
    return this.loading;
  }

  /** The values of a dimension, those present in the range first, as many as can be listed. */
  async dimensionValues(dimension: string, asked: ValuesRequest): Promise<DimensionValue[]> {
    return (await this.valuesList(dimension, asked)).values;
  }

  /** The same, telling whether there are more. */
  async valuesList(dimension: string, { range, search, filters }: ValuesRequest): Promise<ValuesList> {
    const answer = await this.getResource<unknown>(`dimensions/${encodeURIComponent(dimension)}/values`, {
      ...(range && { from: range.from.toISOString(), to: range.to.toISOString() }),
      ...(search && { search }),
      ...(filters?.length && { filters: JSON.stringify(filters) }),
      limit: MOST_VALUES,
    });
    return readValues(answer);
  }

  override async getTagKeys(): Promise<MetricFindValue[]> {
    const { dimensions } = await this.catalogue();
    return dimensions.map(({ id, label }) => ({ text: label, value: id }));
  }

  override async getTagValues(options: DataSourceGetTagValuesOptions<SwitchboardQuery>): Promise<MetricFindValue[]> {
    const others = (options.filters ?? []).filter(({ key }) => key !== options.key);
    const asked = { range: options.timeRange, filters: adHocFilters(others) };
    const { values, more } = await this.valuesList(options.key, asked);
    const group = more
      ? t('variables.first-values', 'The first {{most}}; any other can be typed', { most: MOST_VALUES })
      : undefined;
    return values.map(({ value, label }) => ({ text: label, value, ...(group && { group }) }));
  }
}
