import { Code, Group, NativeSelect, Table, Text } from '@mantine/core';
import { useState } from 'react';
import './intake.css';
import { api } from '../../app/api.js';
import { useWhoami } from '../../app/session.js';
import { useSpeech } from '../../i18n/LanguageProvider.js';
import { useAnswer } from '../use-answer.js';
import { HeadedTable } from './headed-table.js';
import { type Kind, kinds, type RecordRow, recordRows, recordsQuery } from './record-rows.js';
import { Section } from './section.js';

interface Found {
  rows: Record<string, unknown>[];
}

/** The newest records of a kind, as the service now knows them. */
export function NewestRecords() {
  const { t } = useSpeech();
  const mayRead = useWhoami().scopes.includes('read');
  const [kind, setKind] = useState<Kind>('call');
  const { answer, error, isWaiting, reload } = useAnswer(
    async (signal) => {
      if (!mayRead) return [];
      return recordRows(
        (await api.post<Found>('/api/v1/search', { body: recordsQuery(kind, Date.now()), signal })).rows,
      );
    },
    [kind, mayRead],
  );
  return (
    <Section
      id="records"
      title={t('records.title')}
      error={error}
      isWaiting={isWaiting}
      reload={reload}
      action={
        <NativeSelect
          size="xs"
          aria-label={t('quarantine.kind')}
          value={kind}
          onChange={({ currentTarget: { value } }) => setKind(kinds.find((one) => one.kind === value)?.kind ?? 'call')}
          data={kinds.map((one) => ({ value: one.kind, label: t(`kind.${one.kind}`) }))}
        />
      }
    >
      {!mayRead && <Text>{t('intake.needsRead')}</Text>}
      {mayRead && answer?.length === 0 && <Text>{t('records.none')}</Text>}
      {answer !== undefined && answer.length > 0 && <RecordsTable rows={answer} />}
    </Section>
  );
}

function RecordsTable({ rows }: { rows: readonly RecordRow[] }) {
  const { t, formats } = useSpeech();
  const { timeZone } = useWhoami();
  return (
    <HeadedTable titles={[t('records.time'), t('quarantine.record'), t('intake.source'), t('records.said')]}>
      {rows.map(({ time, id, source, said }) => (
        <Table.Tr key={`${source} ${id}`}>
          <Table.Td className="one-line">{formats.dateTime(time, timeZone)}</Table.Td>
          <Table.Th scope="row" className="one-line">
            {id}
          </Table.Th>
          <Table.Td>{source}</Table.Td>
          <Table.Td>
            <Group gap={4}>
              {said.map(([field, text]) => (
                <Code key={field}>
                  {field}: {text}
                </Code>
              ))}
            </Group>
          </Table.Td>
        </Table.Tr>
      ))}
    </HeadedTable>
  );
}
