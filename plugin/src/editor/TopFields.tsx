import { Combobox, InlineField, InlineSwitch, Input } from '@grafana/ui';
import React from 'react';
import { metricId } from '../query/model';
import { metricChoices, withChosen } from './choices';
import { withLimit, withTop } from './edit';
import type { FieldsProps } from './fields';

/** Only the largest groups; the rest may be added up as one more. */
export function TopFields({ query, catalogue, onChange }: FieldsProps) {
  const { top, refId } = query;
  const metrics = (query.metrics ?? []).map(metricId);
  const choices = metricChoices(catalogue.metrics).filter(({ value }) => metrics.includes(value));
  return (
    <>
      <InlineField label="Top" tooltip="Shows only so many groups, the largest first; empty shows all">
        <Input
          id={`top-${refId}`}
          type="number"
          min={1}
          max={1000}
          width={10}
          placeholder="All"
          value={top?.limit ?? ''}
          onChange={({ currentTarget }) => onChange(withLimit(query, currentTarget.valueAsNumber))}
        />
      </InlineField>
      {top && metrics.length > 1 && (
        <InlineField label="By">
          <Combobox
            id={`top-by-${refId}`}
            options={withChosen(choices, metrics)}
            value={top.by ?? metrics[0] ?? null}
            width={24}
            onChange={({ value }) => onChange(withTop(query, { by: value }))}
          />
        </InlineField>
      )}
      {top && (
        <InlineField label="Others" tooltip="Adds up the remaining groups as one more">
          <InlineSwitch
            id={`top-others-${refId}`}
            value={top.others ?? true}
            onChange={({ currentTarget }) => onChange(withTop(query, { others: currentTarget.checked }))}
          />
        </InlineField>
      )}
    </>
  );
}
