import { Combobox, InlineField } from '@grafana/ui';
import React from 'react';
import type { Dimension } from '../catalogue/catalogue';
import { closest, dimensionChoices, withChosen } from '../editor/choices';

interface Props {
  label: string;
  tooltip: string;
  placeholder: string;
  dimensions: Dimension[];
  value: string | undefined;
  loading: boolean;
  onChange: (dimension: string | undefined) => void;
}

/** One dimension; a variable may be typed in its place. */
export function DimensionField({ label, tooltip, placeholder, dimensions, value, loading, onChange }: Props) {
  return (
    <InlineField label={label} labelWidth={18} tooltip={tooltip}>
      <Combobox
        id="variable-dimension"
        placeholder={placeholder}
        options={withChosen(dimensionChoices(dimensions), value ? [value] : [])}
        value={value ?? null}
        loading={loading}
        createCustomValue
        isClearable
        width={30}
        onChange={(chosen) => onChange(chosen ? closest(dimensionChoices(dimensions), chosen.value) : undefined)}
      />
    </InlineField>
  );
}
