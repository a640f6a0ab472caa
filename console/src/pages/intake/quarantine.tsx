import { Badge, Button, Code, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useWhoami } from '../../app/session.js';
import { useSpeech } from '../../i18n/LanguageProvider.js';
import { usePages } from '../use-pages.js';
import { HeadedTable } from './headed-table.js';
import { MendRecord } from './mend-record.js';
import type { Refused } from './refused.js';
import { Section } from './section.js';

/** The records that were refused, the newest first, to be mended, replayed or discarded. */
export function Quarantine() {
  const { t } = useSpeech();
  const { items, error, isWaiting, more, reload } = usePages<Refused>('/api/v1/quarantine');
  const [mending, setMending] = useState<Refused>();
  const [outcome, setOutcome] = useState('');
  return (
    <Section id="quarantine" title={t('quarantine.title')} error={error} isWaiting={isWaiting} reload={reload}>
      <Text role="status" size="sm">
        {outcome}
      </Text>
      {items?.length === 0 && <Text>{t('quarantine.none')}</Text>}
      {items !== undefined && items.length > 0 && <RefusedTable items={items} onMend={setMending} />}
      {more && (
        <Button variant="default" size="xs" mt="sm" onClick={more}>
          {t('more')}
        </Button>
      )}
      {mending && (
        <MendRecord
          item={mending}
          onDone={(said) => {
            setMending(undefined);
            setOutcome(said);
            reload();
          }}
          onCancel={() => setMending(undefined)}
        />
      )}
    </Section>
  );
}

function RefusedTable({ items, onMend }: { items: readonly Refused[]; onMend: (item: Refused) => void }) {
  const { t, formats } = useSpeech();
  const { timeZone } = useWhoami();
  return (
    <HeadedTable
      titles={[
        t('quarantine.received'),
        t('intake.source'),
        t('quarantine.kind'),
        t('quarantine.record'),
        t('quarantine.field'),
        t('quarantine.reason'),
        t('keys.state'),
      ]}
    >
      {items.map((item) => (
        <Table.Tr key={item.id}>
          <Table.Td>{formats.dateTime(item.receivedAt, timeZone)}</Table.Td>
          <Table.Td>{item.source}</Table.Td>
          <Table.Td>{item.kind}</Table.Td>
          <Table.Th scope="row">{item.recordId}</Table.Th>
          <Table.Td>{item.field !== null && <Code>{item.field}</Code>}</Table.Td>
          <Table.Td>{item.message}</Table.Td>
          <Table.Td>
            {item.replayedAt === null ? (
              <Button
                size="compact-xs"
                variant="default"
                aria-label={t('quarantine.mendOne', { record: item.recordId ?? item.id })}
                onClick={() => onMend(item)}
              >
                {t('quarantine.mend')}
              </Button>
            ) : (
              <Badge variant="default" tt="none">
                {t('quarantine.replayed')}
              </Badge>
            )}
          </Table.Td>
        </Table.Tr>
      ))}
    </HeadedTable>
  );
}
