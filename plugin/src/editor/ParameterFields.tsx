import { t } from '@grafana/i18n';
import React from 'react';
import type { Metric, Parameter } from '../catalogue/catalogue';
import { withParameter } from './edit';
import type { FieldsProps } from './fields';
import { numberProblem } from './numbers';
import { parameterName } from './parameterName';
import { TypedField } from './TypedField';
import { choiceOf } from '../query/model';

const SUFFIXES = new Map([
  ['seconds', 's'],
  ['percent', '%'],
]);

interface Props extends Pick<FieldsProps, 'query' | 'catalogue' | 'onChange'> {
  metric: Metric;
  index: number;
}

/** What the metric depends on beside records, such as within how many seconds an answer is in time. */
export function ParameterFields({ query, catalogue, metric, index, onChange }: Props) {
  const { params } = choiceOf(query.metrics?.[index] ?? '');
  const parameters = metric.parameters.map((id) => catalogue.parameters.find((one) => one.id === id) ?? unknown(id));
  return parameters.map((parameter) => {
    const { id, unit } = parameter;
    return (
      <TypedField
        key={id}
        id={`parameter-${query.refId}-${index}-${id}`}
        label={parameterName(id)}
        tooltip={told(parameter)}
        placeholder={metric.defaults[id]?.toString() ?? ''}
        width={16}
        suffix={SUFFIXES.get(unit)}
        value={String(params?.[id] ?? '')}
        problem={(typed) => problem(typed, parameter)}
        onChange={(typed) => onChange(withParameter(query, index, id, read(typed)))}
      />
    );
  });
}

function unknown(id: string): Parameter {
  return { id, description: '', unit: '', bounds: '', exclusive: false, whole: false };
}

function told({ description, bounds }: Parameter): string {
  const otherwise = t('editor.parameter.otherwise', 'Empty: as the metric or the settings of the service say.');
  return [description, bounds && `${bounds}.`, otherwise].filter(Boolean).join(' ');
}

/** What the service would refuse; a variable is anything. */
function problem(typed: string, { min, max, exclusive, whole }: Parameter): string | undefined {
  if (typed.includes('$') || min === undefined || max === undefined) return undefined;
  return numberProblem(typed, { min, max, exclusive, whole });
}

/** A number; a variable stays a text. */
function read(typed: string): number | string | undefined {
  if (typed === '') return undefined;
  return Number.isFinite(Number(typed)) ? Number(typed) : typed;
}
