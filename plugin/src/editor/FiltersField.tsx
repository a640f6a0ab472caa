import { Button, Stack } from '@grafana/ui';
import React from 'react';
import type { Dimension, DimensionValue } from '../catalogue/catalogue';
import type { Filter } from '../query/model';
import { FilterRow } from './FilterRow';

export interface Props {
  /** Makes the ids of the fields unique on the page. */
  idPrefix: string;
  filters: Filter[];
  dimensions: Dimension[];
  loadValues: (dimension: string, search: string) => Promise<DimensionValue[]>;
  onChange: (filters: Filter[]) => void;
}

/** A list of filters, all of which must hold. */
export function FiltersField({ idPrefix, filters, dimensions, loadValues, onChange }: Props) {
  const replace = (index: number, changed: Filter[]) =>
    onChange([...filters.slice(0, index), ...changed, ...filters.slice(index + 1)]);
  return (
    <Stack direction="column" gap={0.5}>
      {filters.map((filter, index) => (
        <FilterRow
          key={index}
          id={`${idPrefix}-${index}`}
          filter={filter}
          dimensions={dimensions}
          loadValues={loadValues}
          onChange={(changed) => replace(index, [changed])}
          onRemove={() => replace(index, [])}
        />
      ))}
      <div>
        <Button
          type="button"
          size="sm"
          variant="secondary"
          icon="plus"
          onClick={() => onChange([...filters, { key: '', operator: '=|', values: [] }])}
        >
          Add filter
        </Button>
      </div>
    </Stack>
  );
}
