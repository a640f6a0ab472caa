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
import { readVariableQuery, type SwitchboardVariableQuery } from './model';
import { filled, listedValues } from './values';

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
        return this.metrics(filled(asked.dimension, this.source.templates, request.scopedVars));
      case 'intervals':
        return intervals(asked.intervals);
      case undefined:
        return [];
    }
  }

  private async values(asked: SwitchboardVariableQuery, request: Request): Promise<MetricFindValue[]> {
    const { values } = await listedValues(this.source, asked, request);
    return values.map(({ value, label }) => ({ text: label, value }));
  }

  private async metrics(dimension: string): Promise<MetricFindValue[]> {
    const { metrics } = await this.source.catalogue();
    return metrics
      .filter(({ dimensions }) => dimension === '' || dimensions.includes(dimension))
      .map(({ id, name }) => ({ text: name, value: id }));
  }
}

/** The chosen intervals, else all that are steps. */
function intervals(chosen: string[] | undefined): MetricFindValue[] {
  return intervalChoices()
    .filter(({ value }) => (chosen ? chosen.includes(value) : value !== 'none'))
    .map(({ value, label = value }) => ({ text: label, value }));
}
