import { CustomVariableSupport, type DataQueryRequest, type DataQueryResponse } from '@grafana/data';
import { from, map, type Observable, of } from 'rxjs';
import type { SwitchboardDataSource } from '../datasource';
import { expandFilters } from '../query/normalise';
import { readVariableQuery, type SwitchboardVariableQuery } from './model';
import { VariableEditor } from './VariableEditor';

/** Dashboard variables that list the values of a dimension. */
export class SwitchboardVariables extends CustomVariableSupport<SwitchboardDataSource, SwitchboardVariableQuery> {
  override readonly editor = VariableEditor;

  constructor(private readonly source: SwitchboardDataSource) {
    super();
  }

  override query(request: DataQueryRequest<SwitchboardVariableQuery>): Observable<DataQueryResponse> {
    const asked = readVariableQuery(request.targets[0]);
    if (asked?.dimension === undefined) return of({ data: [] });
    const { templates } = this.source;
    const { scopedVars, range } = request;
    const dimension = templates.replace(asked.dimension, scopedVars);
    const filters = expandFilters(asked.filters, { templates, scopedVars });
    return from(this.source.dimensionValues(dimension, { range, filters })).pipe(
      map((values) => ({ data: values.map(({ value, label }) => ({ text: label, value })) })),
    );
  }
}
