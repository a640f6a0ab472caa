import { t } from '@grafana/i18n';
import { Combobox, InlineField, InlineSwitch } from '@grafana/ui';
import React from 'react';
import { labelOf, orderChoices, withChosen } from './choices';
import { withLimit, withTop } from './edit';
import type { FieldsProps } from './fields';
import { metricChoices } from './metricChoices';
import { numberProblem } from './numbers';
import { TypedField } from './TypedField';
import { fieldName } from '../query/model';

/** Only the first groups, by a metric; the rest may be added up as one more. */
export function TopFields({ query, catalogue, onChange }: FieldsProps) {
  const { top, refId } = query;
  const known = metricChoices(catalogue.metrics);
  const names = (query.metrics ?? []).map(fieldName);
  const choices = names.map((name) => ({ value: name, label: labelOf(known, name) }));
  return (
    <>
      <TypedField
        id={`top-${refId}`}
        label={t('editor.top.label', 'Top')}
        tooltip={t('editor.top.tooltip', 'Shows only so many groups, the largest first; empty shows all')}
        placeholder={t('editor.top.all', 'All')}
        width={9}
        value={top?.limit.toString() ?? ''}
        problem={(typed) => numberProblem(typed, { min: 1, max: 1000, whole: true })}
        onChange={(typed) => onChange(withLimit(query, typed === '' ? undefined : Number(typed)))}
      />
      {top && names.length > 1 && (
        <InlineField label={t('editor.top.by', 'By')}>
          <Combobox
            id={`top-by-${refId}`}
            options={withChosen(choices, top.by ? [top.by] : [])}
            value={top.by ?? names[0] ?? null}
            width={24}
            onChange={({ value }) => onChange(withTop(query, { by: value }))}
          />
        </InlineField>
      )}
      {top && (
        <InlineField label={t('editor.top.order', 'Order')}>
          <Combobox
            id={`top-order-${refId}`}
            options={orderChoices()}
            value={top.order ?? 'desc'}
            width={26}
            onChange={({ value }) => onChange(withTop(query, { order: value }))}
          />
        </InlineField>
      )}
      {top && (
        <InlineField
          label={t('editor.top.others', 'Others')}
          tooltip={t('editor.top.others-about', 'Adds up the remaining groups as one more')}
        >
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
