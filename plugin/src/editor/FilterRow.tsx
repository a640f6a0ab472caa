import { t } from '@grafana/i18n';
import { Combobox, IconButton, InlineField, InlineSwitch, Stack } from '@grafana/ui';
import React, { useState } from 'react';
import type { Filter } from '../query/model';
import {
  type Choice,
  closest,
  dimensionChoices,
  labelOf,
  meant,
  operatorChoices,
  valueChoices,
  variableChoices,
  withChosen,
} from './choices';
import type { Props as FiltersProps } from './FiltersField';
import { withOperator, withValues } from './filter';
import { MultiField } from './MultiField';

interface Props extends Pick<FiltersProps, 'dimensions' | 'loadValues' | 'variables' | 'mayBeOptional'> {
  id: string;
  filter: Filter;
  /** Those that hold beside it, and so narrow which values there are. */
  others: Filter[];
  onChange: (filter: Filter) => void;
  onRemove: () => void;
}

/** One filter: a dimension, how it is compared, and with what. A value may be a variable, written as $name. */
export function FilterRow(props: Props) {
  const { id, filter, others, dimensions, loadValues, variables = [], mayBeOptional, onChange, onRemove } = props;
  const { key, operator, values } = filter;
  const [seen, setSeen] = useState<Choice[]>([]);
  const known = dimensions.find((dimension) => dimension.id === key)?.values ?? [];
  const read = [...seen, ...valueChoices(known)];
  const chosen = values.map((value) => ({ value, label: labelOf(read, value) }));
  const valueOf = (typed: string) => meant(read, typed);
  const options = async (search: string): Promise<Choice[]> => {
    if (key === '') return [];
    const found = valueChoices(await loadValues(key, search, others));
    setSeen((before) => [...found, ...before.filter(({ value }) => values.includes(value))]);
    return [...found, ...variableChoices(variables.filter((name) => name.includes(search.replace('$', ''))))];
  };
  return (
    <Stack direction="row" gap={0.5} alignItems="center" wrap="wrap">
      <InlineField
        label={t('editor.filter.dimension', 'Where')}
        labelWidth={18}
        tooltip={t('editor.filter.dimension-about', 'Counts only what has these values')}
      >
        <Combobox
          id={`${id}-dimension`}
          placeholder={t('editor.filter.dimension-placeholder', 'Dimension')}
          options={withChosen(dimensionChoices(dimensions), key === '' ? [] : [key])}
          value={key === '' ? null : key}
          createCustomValue
          customValueDescription={t('editor.filter.own-label', 'A variable, or a label of the records as labels.name')}
          width={24}
          onChange={({ value: typed }) => {
            const value = closest(dimensionChoices(dimensions), typed);
            onChange({ ...filter, key: value, values: value === key ? values : [] });
          }}
        />
      </InlineField>
      <InlineField label={t('editor.filter.operator', 'How')}>
        <Combobox
          id={`${id}-operator`}
          options={withChosen(operatorChoices(), [operator])}
          value={operator}
          width={24}
          onChange={({ value }) => onChange(withOperator(filter, value))}
        />
      </InlineField>
      <MultiField
        id={`${id}-values`}
        label={t('editor.filter.values', 'Values')}
        placeholder={t('editor.filter.all', 'All')}
        options={options}
        value={chosen}
        disabled={key === ''}
        minWidth={40}
        onChange={(typed) => onChange(withValues(filter, operator.endsWith('~') ? typed : typed.map(valueOf)))}
      />
      {(mayBeOptional || filter.optional) && (
        <InlineField
          label={t('editor.filter.optional', 'Optional')}
          tooltip={t('editor.filter.optional-about', 'Left out, with a notice, for metrics that lack the dimension')}
        >
          <InlineSwitch
            id={`${id}-optional`}
            value={filter.optional ?? false}
            onChange={({ currentTarget }) => onChange({ ...filter, optional: currentTarget.checked })}
          />
        </InlineField>
      )}
      <IconButton name="trash-alt" tooltip={t('editor.filter.remove', 'Remove this filter')} onClick={onRemove} />
    </Stack>
  );
}
