import { Button, Card, Grid, Group, MultiSelect, NativeSelect, NumberInput, Stack, Title } from '@mantine/core';
import { useState } from 'react';
import { useWhoami } from '../../app/session.js';
import { useSpeech } from '../../i18n/LanguageProvider.js';
import { presets, rangeKey } from '../board/presets.js';
import { rangeText } from '../board/range-text.js';
import type { Catalogue, Metric } from './catalogue.js';
import { FilterRow } from './filter-row.js';
import { type Choice, type FilterChoice, firstChoice } from './question.js';
import { Result } from './result.js';

const MOST_GROUPS = 6;

interface Props {
  metric: Metric;
  catalogue: Catalogue;
}

interface ChoiceProps extends Props {
  choice: Choice;
  change: (changed: Partial<Choice>) => void;
  dimensions: { value: string; label: string }[];
}

/** Puts a question for one metric together, with the answer as it changes. */
export function TryIt({ metric, catalogue }: Props) {
  const { t } = useSpeech();
  const [choice, setChoice] = useState<Choice>(() => firstChoice(metric));
  const change = (changed: Partial<Choice>): void => setChoice((before) => ({ ...before, ...changed }));
  const dimensions = catalogue.dimensions
    .filter(({ id }) => metric.dimensions.includes(id))
    .map(({ id, label }) => ({ value: id, label }));
  const all = { metric, catalogue, choice, change, dimensions };
  return (
    <Card withBorder component="section" aria-labelledby="try-it">
      <Stack>
        <Title order={3} size="h4" id="try-it">
          {t('tryIt.title')}
        </Title>
        <Grid>
          <TimeFields {...all} />
          <GroupField {...all} />
          <ParameterFields {...all} />
        </Grid>
        <FilterRows {...all} />
        <Result
          metric={metric}
          choice={choice}
          onFilter={({ key, values }) => change({ filters: [...choice.filters, { key, operator: '=|', values }] })}
        />
      </Stack>
    </Card>
  );
}

function TimeFields({ catalogue, choice, change }: ChoiceProps) {
  const speech = useSpeech();
  const { t } = speech;
  const { timeZone, weekStart } = useWhoami();
  const intervals = (['auto', 'none', ...catalogue.intervals] as const).map((value) => ({
    value,
    label: t(`interval.${value}`),
  }));
  const ranges = presets.map((range) => ({
    value: rangeKey(range),
    label: rangeText(range, timeZone, Date.now(), weekStart, speech),
  }));
  return (
    <>
      <Grid.Col span={{ base: 12, md: 6 }}>
        <NativeSelect
          label={t('tryIt.range')}
          value={rangeKey(choice.range)}
          onChange={({ currentTarget: { value } }) => {
            const range = presets.find((preset) => rangeKey(preset) === value);
            if (range) change({ range });
          }}
          data={ranges}
        />
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 6 }}>
        <NativeSelect
          label={t('tryIt.interval')}
          value={choice.interval}
          onChange={({ currentTarget: { value } }) => {
            const interval = intervals.find((one) => one.value === value)?.value;
            if (interval) change({ interval });
          }}
          data={intervals}
        />
      </Grid.Col>
    </>
  );
}

function GroupField({ choice, change, dimensions }: ChoiceProps) {
  const { t } = useSpeech();
  return (
    <Grid.Col span={12}>
      <MultiSelect
        label={t('tryIt.groupBy')}
        value={[...choice.groupBy]}
        onChange={(groupBy) => change({ groupBy })}
        data={dimensions}
        maxValues={MOST_GROUPS}
        searchable
        clearable
      />
    </Grid.Col>
  );
}

function ParameterFields({ metric, catalogue, choice, change }: ChoiceProps) {
  return metric.parameters.map((id) => (
    <Grid.Col key={id} span={{ base: 6, md: 3 }}>
      <NumberInput
        label={id}
        description={catalogue.parameters.find((parameter) => parameter.id === id)?.bounds}
        value={choice.params[id] ?? ''}
        placeholder={String(metric.defaults[id] ?? '')}
        onChange={(value) => change({ params: withParameter(choice.params, id, value) })}
      />
    </Grid.Col>
  ));
}

function FilterRows({ choice, change, dimensions }: ChoiceProps) {
  const { t } = useSpeech();
  return (
    <>
      {choice.filters.map((filter, index) => (
        <FilterRow
          key={index}
          number={index + 1}
          filter={filter}
          dimensions={dimensions}
          onChange={(changed) => change({ filters: choice.filters.with(index, changed) })}
          onRemove={() => change({ filters: choice.filters.toSpliced(index, 1) })}
        />
      ))}
      <Group>
        <Button variant="default" size="xs" onClick={() => change({ filters: [...choice.filters, noFilter] })}>
          {t('tryIt.addFilter')}
        </Button>
      </Group>
    </>
  );
}

const noFilter: FilterChoice = { key: null, operator: '=|', values: [] };

/** An emptied field goes back to the default. */
function withParameter(params: Choice['params'], id: string, value: number | string): Choice['params'] {
  const others = Object.entries(params).filter(([name]) => name !== id);
  return Object.fromEntries(typeof value === 'number' ? [...others, [id, value]] : others);
}
