import { Combobox, IconButton, InlineField, Stack } from '@grafana/ui';
import React from 'react';
import type { Filter } from '../query/model';
import { dimensionChoices, OPERATOR_CHOICES, valueChoices, withChosen } from './choices';
import type { Props as FiltersProps } from './FiltersField';
import { MultiField } from './MultiField';

interface Props extends Pick<FiltersProps, 'dimensions' | 'loadValues'> {
  id: string;
  filter: Filter;
  onChange: (filter: Filter) => void;
  onRemove: () => void;
}

/** One filter: a dimension, how it is compared, and with what. A value may be a variable, written as $name. */
export function FilterRow({ id, filter, dimensions, loadValues, onChange, onRemove }: Props) {
  const { key, operator, values } = filter;
  const known = key === '' ? [] : [key];
  const options = async (search: string) => (key === '' ? [] : valueChoices(await loadValues(key, search)));
  return (
    <Stack direction="row" gap={0.5} alignItems="center" wrap="wrap">
      <InlineField label="Where" labelWidth={12} tooltip="Counts only what has these values">
        <Combobox
          id={`${id}-dimension`}
          placeholder="Dimension"
          options={withChosen(dimensionChoices(dimensions), known)}
          value={key === '' ? null : key}
          createCustomValue
          width={24}
          onChange={({ value }) => onChange({ ...filter, key: value, values: value === key ? values : [] })}
        />
      </InlineField>
      <InlineField label="How">
        <Combobox
          id={`${id}-operator`}
          options={withChosen(OPERATOR_CHOICES, [operator])}
          value={operator}
          width={18}
          onChange={({ value }) => onChange({ ...filter, operator: value })}
        />
      </InlineField>
      <MultiField
        id={`${id}-values`}
        label="Values"
        placeholder="All"
        options={options}
        value={withChosen([], values)}
        disabled={key === ''}
        minWidth={24}
        onChange={(chosen) => onChange({ ...filter, values: chosen })}
      />
      <IconButton name="trash-alt" tooltip="Remove this filter" onClick={onRemove} />
    </Stack>
  );
}
