import { type ComboboxOption, InlineField, InlineLabel, MultiCombobox } from '@grafana/ui';
import React from 'react';

interface Props {
  id: string;
  label: string;
  tooltip?: string;
  labelWidth?: number | 'auto';
  placeholder: string;
  /** The choices, or a function that finds some for what is typed. */
  options: Array<ComboboxOption<string>> | ((typed: string) => Promise<Array<ComboboxOption<string>>>);
  value: string[] | Array<ComboboxOption<string>>;
  loading?: boolean;
  disabled?: boolean;
  minWidth: number;
  onChange: (values: string[]) => void;
}

/**
 * Several choices with a label; a value that is not in the list can be typed, such as a variable. The label is tied by
 * aria-labelledby too, since Grafana 12.3 gives the field of a MultiCombobox no id.
 */
export function MultiField({ id, label, tooltip, labelWidth = 'auto', onChange, ...rest }: Props) {
  const labelId = `${id}-label`;
  return (
    <InlineField
      label={
        <InlineLabel id={labelId} htmlFor={id} tooltip={tooltip} width={labelWidth}>
          {label}
        </InlineLabel>
      }
    >
      <MultiCombobox
        id={id}
        aria-labelledby={labelId}
        createCustomValue
        maxWidth={80}
        width="auto"
        onChange={(chosen) => onChange(chosen.map(({ value }) => value))}
        {...rest}
      />
    </InlineField>
  );
}
