import { MultiSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { api } from '../../app/api.js';
import { useSpeech } from '../../i18n/LanguageProvider.js';
import { useAnswer } from '../use-answer.js';

interface Value {
  value: string;
  label: string;
}

interface Props {
  /** null: none is chosen yet. */
  dimension: string | null;
  values: readonly string[];
  onChange: (values: string[]) => void;
}

/** Values of a dimension, those that occur most often first, searched by the service. */
export function ValuesSelect({ dimension, values, onChange }: Props) {
  const { t } = useSpeech();
  const [search, setSearch] = useState('');
  const [asked] = useDebouncedValue(search, 250);
  const { answer } = useAnswer(
    async (signal): Promise<Value[]> => {
      if (dimension === null) return [];
      const path = `/api/v1/dimensions/${encodeURIComponent(dimension)}/values`;
      const query = { limit: 100, ...(asked !== '' && { search: asked }) };
      return (await api.get<{ values: Value[] }>(path, { query, signal })).values;
    },
    [dimension, asked],
  );
  const offered = answer ?? [];
  const missing = values.filter((value) => offered.every((one) => one.value !== value));
  return (
    <MultiSelect
      label={t('tryIt.values')}
      value={[...values]}
      onChange={onChange}
      disabled={dimension === null}
      data={[...offered, ...missing.map((value) => ({ value, label: value }))].filter(({ value }) => value !== '')}
      searchable
      searchValue={search}
      onSearchChange={setSearch}
      miw={220}
    />
  );
}
