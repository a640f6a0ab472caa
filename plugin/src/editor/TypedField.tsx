import { InlineField, Input } from '@grafana/ui';
import React, { type KeyboardEvent, useState } from 'react';

interface Props {
  id: string;
  label: string;
  tooltip?: string;
  labelWidth?: number;
  placeholder: string;
  suffix?: string;
  width?: number;
  /** What is saved; empty for nothing. */
  value: string;
  /** One sentence where the text cannot be taken. */
  problem?: (typed: string) => string | undefined;
  /** Called with the trimmed text, empty for nothing, once typing is over. */
  onChange: (typed: string) => void;
}

/** Something typed. It counts once the field is left or Enter is pressed, so that no query runs for half a number. */
export function TypedField({ id, label, tooltip, labelWidth, value, width = 12, problem, onChange, ...rest }: Props) {
  const [typed, setTyped] = useState<string>();
  const text = (typed ?? value).trim();
  const wrong = text === '' ? undefined : problem?.(text);
  const take = () => {
    if (wrong !== undefined) return;
    setTyped(undefined);
    if (text !== value) onChange(text);
  };
  return (
    <InlineField label={label} tooltip={tooltip} labelWidth={labelWidth} invalid={wrong !== undefined} error={wrong}>
      <Input
        id={id}
        width={width}
        value={typed ?? value}
        autoComplete="off"
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        onBlur={take}
        onKeyDown={({ key }: KeyboardEvent) => key === 'Enter' && take()}
        {...rest}
      />
    </InlineField>
  );
}
