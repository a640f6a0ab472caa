import { t } from '@grafana/i18n';
import React from 'react';
import { applicable, chosenMetrics, columnsOf } from './applicable';
import { ChoiceField } from './ChoiceField';
import { type Choice, partChoices, withChosen } from './choices';
import { withSettings } from './edit';
import type { FieldsProps } from './fields';
import { MultiField } from './MultiField';
import { numberProblem } from './numbers';
import { TypedField } from './TypedField';
import { USUAL_OPERATORS, USUAL_RECORDS } from './usual';

/** Of lists of records: which, in which columns, how many. Of states: of how many operators. */
export function RecordFields({ query, catalogue, onChange }: FieldsProps) {
  const { refId, part, columns = [], limit } = query;
  const fits = applicable(query, catalogue);
  return (
    <>
      {fits.part && (
        <ChoiceField
          id={`part-${refId}`}
          label={t('editor.part.label', 'Records of')}
          placeholder={t('editor.part.numerator', 'What is counted')}
          choices={partChoices()}
          value={part}
          custom
          onChange={(value) => onChange(withSettings(query, { part: value }))}
        />
      )}
      {fits.records && (
        <MultiField
          id={`columns-${refId}`}
          label={t('editor.columns.label', 'Columns')}
          tooltip={t('editor.columns.tooltip', 'Fields of the records, and their labels as labels.name')}
          placeholder={t('editor.columns.usual', 'The usual ones')}
          options={withChosen(columnChoices(), columns)}
          value={columns}
          minWidth={40}
          onChange={(names) => onChange(withSettings(query, { columns: names.length > 0 ? names : undefined }))}
        />
      )}
      <TypedField
        id={`limit-${refId}`}
        label={fits.records ? t('editor.limit.records', 'At most') : t('editor.limit.operators', 'Operators at most')}
        placeholder={String(fits.records ? USUAL_RECORDS : USUAL_OPERATORS)}
        width={9}
        value={limit?.toString() ?? ''}
        problem={(typed) => numberProblem(typed, { min: 1, max: 1000, whole: true })}
        onChange={(typed) => onChange(withSettings(query, { limit: typed === '' ? undefined : Number(typed) }))}
      />
    </>
  );

  function columnChoices(): Choice[] {
    const [metric] = chosenMetrics(query, catalogue);
    const names = metric ? columnsOf(metric, catalogue) : 'unlisted';
    const labels = new Map(catalogue.dimensions.map(({ id, label }) => [id, label]));
    return names === 'unlisted' ? [] : names.map((name) => ({ value: name, label: labels.get(name) ?? name }));
  }
}
