import { t } from '@grafana/i18n';
import { Box, IconButton, Stack, Text } from '@grafana/ui';
import React, { useState } from 'react';
import { sharedDimensions } from '../catalogue/catalogue';
import { choiceOf, type MetricChoice } from '../query/model';
import { withMetric, withoutMetric, withReplaced } from './edit';
import type { FieldsProps } from './fields';
import { FiltersField } from './FiltersField';
import { about } from './metricChoices';
import { MetricPicker } from './MetricPicker';
import { ParameterFields } from './ParameterFields';
import { TypedField } from './TypedField';

interface Props extends FieldsProps {
  metric: string | MetricChoice;
  index: number;
}

/** One metric: its definition, the parameters it depends on, and on request a name and filters of its own. */
export function MetricRow({ metric, index, ...props }: Props) {
  const { query, catalogue, variables, loadValues, onChange } = props;
  const { id, as, filters } = choiceOf(metric);
  const known = catalogue.metrics.find((one) => one.id === id);
  const [asked, setAsked] = useState(false);
  const open = asked || Boolean(as) || (filters ?? []).length > 0;
  const prefix = `metric-${query.refId}-${index}`;
  return (
    <Stack direction="column" gap={0}>
      <Stack direction="row" gap={0.5} alignItems="center" wrap="wrap">
        <MetricPicker
          {...props}
          id={prefix}
          value={id}
          onChoose={(chosen) => onChange(withReplaced(query, index, chosen, catalogue))}
        />
        {known && <ParameterFields {...props} metric={known} index={index} />}
        {!open && (
          <IconButton
            name="filter"
            tooltip={t('editor.metric.own', 'Give this metric a name and filters of its own')}
            onClick={() => setAsked(true)}
          />
        )}
        {(query.metrics ?? []).length > 1 && (
          <IconButton
            name="trash-alt"
            tooltip={t('editor.metric.remove', 'Remove this metric')}
            onClick={() => onChange(withoutMetric(query, index))}
          />
        )}
      </Stack>
      {known && (
        <Box paddingBottom={0.5}>
          <Text color="secondary" variant="bodySmall">
            {about(known)}
          </Text>
        </Box>
      )}
      {open && (
        <Box paddingLeft={3} paddingBottom={1}>
          <TypedField
            id={`${prefix}-name`}
            label={t('editor.metric.name', 'Name')}
            labelWidth={18}
            tooltip={t('editor.metric.name-about', 'What its line or column is called')}
            placeholder={known?.name ?? id}
            width={30}
            value={as ?? ''}
            onChange={(typed) => onChange(withMetric(query, index, { as: typed }))}
          />
          <FiltersField
            idPrefix={`${prefix}-filters`}
            filters={filters ?? []}
            around={query.filters ?? []}
            dimensions={sharedDimensions(catalogue, [id])}
            variables={variables}
            loadValues={loadValues}
            onChange={(changed) => onChange(withMetric(query, index, { filters: changed }))}
          />
        </Box>
      )}
    </Stack>
  );
}
