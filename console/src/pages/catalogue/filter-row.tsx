import { CloseButton, Group, NativeSelect, Select, TextInput } from '@mantine/core';
import { useSpeech } from '../../i18n/LanguageProvider.js';
import { type FilterChoice, isPattern, type Operator, operators } from './question.js';
import { ValuesSelect } from './values-select.js';

interface Props {
  /** From 1, for its name. */
  number: number;
  filter: FilterChoice;
  dimensions: { value: string; label: string }[];
  onChange: (filter: FilterChoice) => void;
  onRemove: () => void;
}

/** One filter: what, how, and with which values. */
export function FilterRow({ number, filter, dimensions, onChange, onRemove }: Props) {
  const { t } = useSpeech();
  const { key, operator, values } = filter;
  const compare = (chosen: Operator): void =>
    onChange({ key, operator: chosen, values: isPattern(chosen) === isPattern(operator) ? values : [] });
  return (
    <Group align="end" gap="xs" role="group" aria-label={t('tryIt.filter', { number })}>
      <Select
        label={t('tryIt.dimension')}
        value={key}
        onChange={(chosen) => onChange({ ...filter, key: chosen, values: [] })}
        data={dimensions}
        searchable
      />
      <NativeSelect
        label={t('tryIt.operator')}
        value={operator}
        onChange={({ currentTarget: { value } }) => compare(operators.find((one) => one === value) ?? '=|')}
        data={operators.map((value) => ({ value, label: t(`operator.${value}`) }))}
      />
      {isPattern(operator) ? (
        <TextInput
          label={t('tryIt.pattern')}
          value={values[0] ?? ''}
          onChange={({ currentTarget: { value } }) => onChange({ ...filter, values: value === '' ? [] : [value] })}
        />
      ) : (
        <ValuesSelect dimension={key} values={values} onChange={(chosen) => onChange({ ...filter, values: chosen })} />
      )}
      <CloseButton aria-label={t('tryIt.removeFilter', { number })} onClick={onRemove} />
    </Group>
  );
}
