import type { TimeRange } from '@grafana/data';
import { t } from '@grafana/i18n';
import { InlineField, Input } from '@grafana/ui';
import React from 'react';
import type { Catalogue } from '../catalogue/catalogue';
import type { SwitchboardDataSource } from '../datasource';
import { FiltersField } from '../editor/FiltersField';
import { expandFilters } from '../query/normalise';
import { DimensionField } from './DimensionField';
import type { SwitchboardVariableQuery } from './model';

interface Props {
  datasource: SwitchboardDataSource;
  catalogue: Catalogue;
  loading: boolean;
  range?: TimeRange;
  asked: SwitchboardVariableQuery;
  onChange: (changed: Partial<SwitchboardVariableQuery>) => void;
}

/** Whose values a variable lists, and which of them: what other variables choose can narrow them. */
export function ValuesFields({ datasource, catalogue, loading, range, asked, onChange }: Props) {
  const { templates } = datasource;
  const { dimension, filters = [], search } = asked;
  return (
    <>
      <DimensionField
        label={t('variables.dimension.label', 'Values of')}
        tooltip={t('variables.dimension.tooltip', 'The variable lists the values of this dimension')}
        placeholder={t('variables.dimension.placeholder', 'Choose a dimension')}
        dimensions={catalogue.dimensions}
        value={dimension}
        loading={loading}
        onChange={(chosen) => onChange({ dimension: chosen })}
      />
      {dimension !== undefined && (
        <>
          <FiltersField
            idPrefix="variable-filters"
            filters={filters}
            dimensions={catalogue.dimensions}
            variables={templates.getVariables().map(({ name }) => name)}
            loadValues={(of, typed, others) =>
              datasource.dimensionValues(of, { range, search: typed, filters: expandFilters(others, { templates }) })
            }
            onChange={(changed) => onChange({ filters: changed })}
          />
          <InlineField
            label={t('variables.search.label', 'Containing')}
            labelWidth={18}
            tooltip={t(
              'variables.search.tooltip',
              'Only values with this text in them; $__searchFilter stands for what is typed into the variable’s list',
            )}
          >
            <Input
              id="variable-search"
              placeholder={t('variables.search.placeholder', 'Anything')}
              width={30}
              value={search ?? ''}
              onChange={({ currentTarget }) => onChange({ search: currentTarget.value || undefined })}
            />
          </InlineField>
        </>
      )}
    </>
  );
}
