import type { AdHocFilter } from '@switchboard/viz';
import { Button, Group, Input, NativeSelect, Pill, Popover, Stack, TagsInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { api } from '../../app/api.js';
import { useAsked } from '../../app/use-asked.js';
import { useSpeech } from '../../i18n/LanguageProvider.js';
import { useBoard } from './board-context.js';
import { useDimensionValues } from './use-dimension-values.js';

const OPERATORS = ['=|', '!=|', '=~', '!~'] as const;
interface Catalogue {
  dimensions: { id: string; label: string; values: { value: string; label: string }[] }[];
}

interface Props {
  label: string;
  filters: readonly AdHocFilter[];
  onChange: (filters: readonly AdHocFilter[]) => void;
}

/** Filters by whatever dimension there is, beside those that the board offers. */
export function AdHocFilters({ label, filters, onChange }: Props) {
  const { t } = useSpeech();
  const [isOpen, setOpen] = useState(false);
  return (
    <div role="group" aria-label={label}>
      <Input.Label size="xs" labelElement="div">
        {label}
      </Input.Label>
      <Group gap={4}>
        {filters.length > 0 && <Chosen filters={filters} onChange={onChange} />}
        <Popover opened={isOpen} onChange={setOpen} trapFocus withinPortal>
          <Popover.Target>
            <Button size="xs" variant="default" onClick={() => setOpen(!isOpen)}>
              {t('board.addFilter')}
            </Button>
          </Popover.Target>
          <Popover.Dropdown>
            <NewFilter
              onAdd={(filter) => {
                setOpen(false);
                onChange([...filters, filter]);
              }}
            />
          </Popover.Dropdown>
        </Popover>
      </Group>
    </div>
  );
}

/** The filters that hold, in the words of the catalogue. */
function Chosen({ filters, onChange }: Omit<Props, 'label'>) {
  const { t } = useSpeech();
  const dimensions = useDimensions();
  return filters.map(({ key, operator, values }, i) => {
    const dimension = dimensions.find(({ id }) => id === key);
    const label = dimension?.label ?? key;
    const texts = values.map((value) => dimension?.values.find((one) => one.value === value)?.label ?? value);
    const words = OPERATORS.find((one) => one.replace('|', '') === operator.replace('|', ''));
    return (
      <Pill
        key={`${i} ${key}${operator}${values.join()}`}
        withRemoveButton
        onRemove={() => onChange(filters.filter((_, other) => other !== i))}
        // Of itself it is for the mouse alone: this pill stands in no field that would take it away by a key.
        removeButtonProps={{
          'aria-label': t('board.removeFilter', { filter: label }),
          'aria-hidden': false,
          tabIndex: 0,
        }}
      >
        {words === undefined || words === '=|' ? `${label}:` : `${label} ${t(`operator.${words}`)}`} {texts.join(', ')}
      </Pill>
    );
  });
}

function useDimensions(): Catalogue['dimensions'] {
  const asked = useAsked('catalogue', (signal) => api.get<Catalogue>('/api/v1/catalogue', { signal }));
  return asked.is === 'answered' ? asked.answer.dimensions : [];
}

function NewFilter({ onAdd }: { onAdd: (filter: AdHocFilter) => void }) {
  const { t } = useSpeech();
  const { span } = useBoard();
  const dimensions = useDimensions();
  const [chosenKey, setKey] = useState('');
  const [operator, setOperator] = useState<string>(OPERATORS[0]);
  const [values, setValues] = useState<string[]>([]);
  const key = chosenKey === '' ? (dimensions[0]?.id ?? '') : chosenKey;
  const { options } = useDimensionValues(key, span, '', true);
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (key !== '' && values.length > 0) onAdd({ key, operator, values });
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="xs" w={280}>
        <NativeSelect
          size="xs"
          label={t('board.dimension')}
          value={key}
          onChange={({ currentTarget }) => {
            setKey(currentTarget.value);
            setValues([]);
          }}
          data={dimensions.map(({ id, label }) => ({ value: id, label }))}
        />
        <NativeSelect
          size="xs"
          label={t('board.operator')}
          value={operator}
          onChange={({ currentTarget }) => setOperator(currentTarget.value)}
          data={OPERATORS.map((value) => ({ value, label: t(`operator.${value}`) }))}
        />
        <TagsInput
          size="xs"
          label={t('board.values')}
          value={values}
          onChange={setValues}
          data={options.map(({ value }) => value)}
          comboboxProps={{ withinPortal: false }}
        />
        <Button type="submit" size="xs" disabled={values.length === 0}>
          {t('board.apply')}
        </Button>
      </Stack>
    </form>
  );
}
