import { ALL, type Span, type Variable, type VariableOption } from '@switchboard/viz';
import { MultiSelect, Select } from '@mantine/core';
import { useState } from 'react';
import { useSpeech } from '../../i18n/LanguageProvider.js';
import { useDimensionValues } from './use-dimension-values.js';

interface Props {
  variable: Extract<Variable, { type: 'dimension' }>;
  chosen: readonly string[];
  onChange: (values: readonly string[]) => void;
  span: Span;
}

/** Chooses among the values that a dimension has in the range; nothing chosen is All. */
export function DimensionFilter({ variable: { label, dimension, multi, includeAll }, chosen, onChange, span }: Props) {
  const { t } = useSpeech();
  const [search, setSearch] = useState('');
  const [isOpen, setOpen] = useState(false);
  const picked = chosen.filter((value) => value !== ALL && value !== '');
  // Chosen ones are shown by their labels, so they are looked up; otherwise the list is, when it is opened.
  const { options, asking, error } = useDimensionValues(dimension, span, picked.includes(search) ? '' : search, isOpen || picked.length > 0); // prettier-ignore
  const common = {
    size: 'xs',
    label,
    searchable: true,
    clearable: true,
    maw: 320,
    data: withChosen(options, picked),
    // The service has searched, also in what is not listed here.
    filter: ({ options: found }: { options: unknown[] }) => found as never,
    onSearchChange: setSearch,
    onDropdownOpen: () => setOpen(true),
    onDropdownClose: () => setOpen(false),
    nothingFoundMessage: asking ? t('loading') : error === undefined ? t('board.noValues') : t('error.title'),
    clearButtonProps: { 'aria-label': t('board.clearFilter', { filter: label }) },
  } as const;
  return multi ? (
    <MultiSelect
      {...common}
      miw={150}
      placeholder={picked.length === 0 ? t('board.all') : ''}
      value={picked}
      onChange={(values) => onChange(values.length === 0 && includeAll ? [ALL] : values)}
    />
  ) : (
    <Select
      {...common}
      placeholder={t('board.all')}
      value={picked[0] ?? null}
      onChange={(value) => onChange(value === null ? (includeAll ? [ALL] : []) : [value])}
    />
  );
}

function withChosen(options: readonly VariableOption[], chosen: readonly string[]): VariableOption[] {
  const missing = chosen.filter((value) => !options.some((option) => option.value === value));
  return [...missing.map((value) => ({ value, label: value })), ...options];
}
