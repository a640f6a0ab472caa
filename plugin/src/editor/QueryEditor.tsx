import type { QueryEditorProps } from '@grafana/data';
import { Alert, Stack } from '@grafana/ui';
import React from 'react';
import { sharedDimensions } from '../catalogue/catalogue';
import { useCatalogue } from '../catalogue/useCatalogue';
import type { SwitchboardDataSource } from '../datasource';
import { metricId, type SwitchboardQuery } from '../query/model';
import type { SwitchboardSettings } from '../settings';
import { withFilters } from './edit';
import { FiltersField } from './FiltersField';
import { MetricFields } from './MetricFields';
import { ShapeFields } from './ShapeFields';
import { UnshownSettings } from './UnshownSettings';

export type Props = QueryEditorProps<SwitchboardDataSource, SwitchboardQuery, SwitchboardSettings>;

/** Builds a query from the service's catalogue. What it has no field for stays as it was saved. */
export function QueryEditor({ datasource, query, onChange, onRunQuery, range }: Props) {
  const { catalogue, loading, error } = useCatalogue(datasource);
  const dimensions = sharedDimensions(catalogue, (query.metrics ?? []).map(metricId));
  const change = (changed: SwitchboardQuery) => {
    onChange(changed);
    onRunQuery();
  };
  const fields = { query, catalogue, dimensions, loading, onChange: change };
  return (
    <Stack direction="column" gap={1}>
      {error !== undefined && (
        <Alert severity="warning" title="The list of metrics could not be loaded">
          {error}
        </Alert>
      )}
      <MetricFields {...fields} />
      <FiltersField
        idPrefix={`filters-${query.refId}`}
        filters={query.filters ?? []}
        dimensions={dimensions}
        loadValues={(dimension, search) => datasource.dimensionValues(dimension, { range, search })}
        onChange={(filters) => change(withFilters(query, filters))}
      />
      <ShapeFields {...fields} />
      <UnshownSettings query={query} />
    </Stack>
  );
}
