import { t } from '@grafana/i18n';
import { Stack } from '@grafana/ui';
import React from 'react';
import { applicable, groupable } from './applicable';
import { closest, dimensionChoices, variableChoices, withChosen } from './choices';
import { withGroupBy } from './edit';
import type { FieldsProps } from './fields';
import { MultiField } from './MultiField';
import { TopFields } from './TopFields';

/** By what the numbers are told apart, and how many groups are shown. */
export function GroupFields(props: FieldsProps) {
  const { query, catalogue, dimensions, variables, loading, onChange } = props;
  const fits = applicable(query, catalogue);
  const groupBy = query.groupBy ?? [];
  if (!fits.groupBy) return null;
  const choices = [...dimensionChoices(groupable(query.format, dimensions)), ...variableChoices(variables)];
  const idOf = (typed: string) => closest(choices, typed);
  return (
    <Stack direction="row" gap={0.5} wrap="wrap">
      <MultiField
        id={`group-by-${query.refId}`}
        label={t('editor.group.label', 'Group by')}
        labelWidth={18}
        tooltip={t('editor.group.tooltip', 'A number for each value of these, instead of one for all')}
        placeholder={t('editor.group.placeholder', 'Nothing')}
        options={withChosen(choices, groupBy)}
        value={groupBy}
        loading={loading}
        minWidth={30}
        onChange={(typed) => onChange(withGroupBy(query, typed.map(idOf)))}
      />
      {fits.top && <TopFields {...props} />}
    </Stack>
  );
}
