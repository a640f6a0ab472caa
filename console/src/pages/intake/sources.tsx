import { Table, Text } from '@mantine/core';
import type { Frame } from '@switchboard/viz';
import { api } from '../../app/api.js';
import { useWhoami } from '../../app/session.js';
import { useSpeech } from '../../i18n/LanguageProvider.js';
import { useAnswer } from '../use-answer.js';
import { Section } from './section.js';
import { type SourceRow, sourcesOf, sourcesQuery } from './source-rows.js';

interface Results {
  results: Record<string, { error?: string; frames?: Frame[] }>;
}

interface Sent {
  now: number;
  rows: SourceRow[];
}

const nothing = '–';

/** The newest record of each source, and what became of its records. */
export function Sources() {
  const { t } = useSpeech();
  const mayRead = useWhoami().scopes.includes('read');
  const { answer, error, isWaiting, reload } = useAnswer(
    async (signal): Promise<Sent> => {
      const now = Date.now();
      if (!mayRead) return { now, rows: [] };
      const { results } = await api.post<Results>('/api/v1/query', { body: sourcesQuery(now), signal });
      const refusal = Object.values(results).find((result) => result.error !== undefined)?.error;
      if (refusal !== undefined) throw new Error(refusal);
      return { now, rows: sourcesOf(Object.values(results).flatMap(({ frames = [] }) => frames)) };
    },
    [mayRead],
  );
  return (
    <Section id="sources" title={t('intake.sources')} error={error} isWaiting={isWaiting} reload={reload}>
      {!mayRead && <Text>{t('intake.needsRead')}</Text>}
      {mayRead && answer?.rows.length === 0 && <Text>{t('intake.noSources')}</Text>}
      {answer !== undefined && answer.rows.length > 0 && <SourcesTable {...answer} />}
    </Section>
  );
}

function SourcesTable({ now, rows }: Sent) {
  const { t, formats } = useSpeech();
  const { timeZone } = useWhoami();
  const numbers = (row: SourceRow) => [row.received, row.stored, row.duplicates, row.rejected, row.conflicts];
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('intake.source')}</Table.Th>
          <Table.Th>{t('intake.newest')}</Table.Th>
          <Table.Th ta="right">{t('intake.lag')}</Table.Th>
          <Table.Th ta="right">{t('intake.received')}</Table.Th>
          <Table.Th ta="right">{t('intake.stored')}</Table.Th>
          <Table.Th ta="right">{t('intake.duplicates')}</Table.Th>
          <Table.Th ta="right">{t('intake.rejected')}</Table.Th>
          <Table.Th ta="right">{t('intake.conflicts')}</Table.Th>
          <Table.Th ta="right">{t('intake.rejectionRate')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row.source}>
            <Table.Th scope="row">{row.source}</Table.Th>
            <Table.Td>
              {row.age === null
                ? nothing
                : `${formats.dateTime(now - row.age * 1000, timeZone)} (${t('intake.ago', { duration: formats.duration(row.age) })})`}
            </Table.Td>
            <Table.Td ta="right">{row.lag === null ? nothing : formats.duration(row.lag)}</Table.Td>
            {numbers(row).map((value, index) => (
              <Table.Td key={index} ta="right">
                {formats.number(value)}
              </Table.Td>
            ))}
            <Table.Td ta="right">{row.rejectionRate === null ? nothing : formats.percent(row.rejectionRate)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
