import { t } from '@grafana/i18n';
import { Button, Stack } from '@grafana/ui';
import React from 'react';
import type { Dimension, DimensionValue } from '../catalogue/catalogue';
import type { Filter } from '../query/model';
import { narrowing, NEW_FILTER } from './filter';
import { FilterRow } from './FilterRow';

/** Finds the values of a dimension that contain what is typed, among what passes the other filters. */
export type LoadValues = (dimension: string, search: string, others: Filter[]) => Promise<DimensionValue[]>;

export interface Props {
  /** Makes the ids of the fields unique on the page. */
  idPrefix: string;
  filters: Filter[];
  /** Filters of the surroundings, which narrow the values too. */
  around?: Filter[];
  dimensions: Dimension[];
  /** Names of the dashboard's variables. */
  variables?: string[];
  /** Whether a filter may be one that not every metric can have. */
  mayBeOptional?: boolean;
  loadValues: LoadValues;
  onChange: (filters: Filter[]) => void;
}

/** A list of filters, all of which must hold. */
export function FiltersField({ idPrefix, filters, around = [], onChange, ...rest }: Props) {
  const replace = (index: number, changed: Filter[]) =>
    onChange([...filters.slice(0, index), ...changed, ...filters.slice(index + 1)]);
  return (
    <Stack direction="column" gap={0.5}>
      {filters.map((filter, index) => (
        <FilterRow
          key={index}
          {...rest}
          id={`${idPrefix}-${index}`}
          filter={filter}
          others={[...narrowing(filters, index), ...narrowing(around, -1)]}
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
          onClick={() => onChange([...filters, NEW_FILTER])}
        >
          {t('editor.filter.add', 'Add filter')}
        </Button>
      </div>
    </Stack>
  );
}
