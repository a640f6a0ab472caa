import { Combobox, type ComboboxOption, InlineField } from '@grafana/ui';
import React from 'react';
import { meant, withChosen } from './choices';

interface Props<Value extends string> {
  id: string;
  label: string;
  tooltip?: string;
  labelWidth?: number;
  /** What holds while nothing is chosen. */
  placeholder: string;
  choices: Array<ComboboxOption<Value>>;
  value: Value | null | undefined;
  /** Whether anything else may be typed, such as a variable. */
  custom?: boolean;
  width?: number;
  /** Called with undefined where the choice is taken back. */
  onChange: (value: Value | undefined) => void;
}

/** One of several choices, or none. */
export function ChoiceField<Value extends string>(props: Props<Value>) {
  const { label, tooltip, labelWidth, choices, value, custom, width = 28, onChange, ...rest } = props;
  return (
    <InlineField label={label} tooltip={tooltip} labelWidth={labelWidth}>
      <Combobox
        {...rest}
        options={withChosen(choices, value ? [value] : [])}
        value={value || null}
        createCustomValue={custom}
        isClearable
        width={width}
        onChange={(chosen) => onChange(chosen ? meant(choices, chosen.value) : undefined)}
      />
    </InlineField>
  );
}
