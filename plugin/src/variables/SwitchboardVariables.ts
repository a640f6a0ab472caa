import {
  CustomVariableSupport,
  type DataQueryRequest,
  type DataQueryResponse,
  type MetricFindValue,
} from '@grafana/data';
import { from, type Observable } from 'rxjs';
import { sentence } from '../catalogue/useCatalogue';
import type { SwitchboardDataSource } from '../datasource';
import { intervalChoices } from '../editor/choices';
import { lazily } from '../lazily';
import { expandFilters } from '../query/normalise';
import { readVariableQuery, type SwitchboardVariableQuery } from './model';

type Request = DataQueryRequest<SwitchboardVariableQuery>;

/** Dashboard variables: the values of a dimension, the metrics, or the intervals. */
export class SwitchboardVariables extends CustomVariableSupport<SwitchboardDataSource, SwitchboardVariableQuery> {
  override readonly editor = lazily(async () => (await import('./VariableEditor')).VariableEditor);

  constructor(private readonly source: SwitchboardDataSource) {
    super();
  }

  override query(request: Request): Observable<DataQueryResponse> {
    return from(
      this.list(request).then(
        (data) => ({ data }),
        // A failed fetch says its sentence where Grafana's variables do not look.
        (error: unknown) => Promise.reject(new Error(sentence(error))),
      ),
    );
  }

  private async list(request: Request): Promise<MetricFindValue[]> {
    const asked = readVariableQuery(request.targets[0]);
    switch (asked?.list) {
      case 'values':
        return this.values(asked, request);
      case 'metrics':
        return this.metrics(this.fill(asked.dimension, request));
      case 'intervals':
        return intervals(asked.intervals);
      case undefined:
        return [];
    }
  }

  private async values(asked: SwitchboardVariableQuery, request: Request): Promise<MetricFindValue[]> {
    const { scopedVars, range } = request;
    const filters = expandFilters(asked.filters, { templates: this.source.templates, scopedVars });
    const search = this.fill(asked.search, request);
    const found = await this.source.dimensionValues(this.fill(asked.dimension, request), { range, filters, search });
    return found.map(({ value, label }) => ({ text: label, value }));
  }

  private async metrics(dimension: string): Promise<MetricFindValue[]> {
    const { metrics } = await this.source.catalogue();
    return metrics
      .filter(({ dimensions }) => dimension === '' || dimensions.includes(dimension))
      .map(({ id, name }) => ({ text: name, value: id }));
  }

  /** Grafana knows $__searchFilter only once something is typed into the variable's list. */
  private fill(text: string | undefined, { scopedVars }: Request): string {
    return this.source.templates.replace(text ?? '', scopedVars).replace(/\$\{?__searchFilter\}?/g, '');
  }
}

/** The chosen intervals, else all that are steps. */
function intervals(chosen: string[] | undefined): MetricFindValue[] {
  return intervalChoices()
    .filter(({ value }) => (chosen ? chosen.includes(value) : value !== 'none'))
    .map(({ value, label = value }) => ({ text: label, value }));
}
