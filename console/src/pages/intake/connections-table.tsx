import { Badge, Button, Code, Group, Stack, Table, Text } from '@mantine/core';
import { useWhoami } from '../../app/session.js';
import { useSpeech } from '../../i18n/LanguageProvider.js';
import { Copy } from '../copy-button.js';
import { addressOf, type Connection, providers } from './connection.js';
import { HeadedTable } from './headed-table.js';

/** What is about to be done with a connection. */
export interface Changing {
  readonly what: 'secret' | 'end';
  readonly of: Connection;
}

interface TableProps {
  connections: readonly Connection[];
  onChange: (changing: Changing) => void;
}

/** The connections with their addresses; those that are disabled stay in the list. */
export function ConnectionsTable({ connections, onChange }: TableProps) {
  const { t, formats } = useSpeech();
  const { timeZone } = useWhoami();
  return (
    <HeadedTable
      titles={[
        t('keys.name'),
        t('connections.provider'),
        t('keys.source'),
        t('connections.address'),
        t('connections.secret'),
        t('connections.newest'),
        t('keys.state'),
      ]}
    >
      {connections.map((connection) => (
        <Table.Tr key={connection.id}>
          <Table.Th scope="row">{connection.name}</Table.Th>
          <Table.Td>
            <Provider name={connection.provider} />
          </Table.Td>
          <Table.Td>{connection.source}</Table.Td>
          <Table.Td>
            <Address of={connection} />
          </Table.Td>
          <Table.Td>
            <Secrets of={connection} />
          </Table.Td>
          <Table.Td>
            {connection.lastUsedAt === null ? t('keys.never') : formats.dateTime(connection.lastUsedAt, timeZone)}
          </Table.Td>
          <Table.Td>
            <State of={connection} onChange={onChange} />
          </Table.Td>
        </Table.Tr>
      ))}
    </HeadedTable>
  );
}

function Provider({ name }: { name: string }) {
  const { t } = useSpeech();
  const known = providers.find((provider) => provider.name === name);
  return known === undefined ? name : t(`provider.${known.name}`);
}

function Address({ of: connection }: { of: Connection }) {
  const { t } = useSpeech();
  const { publicUrl } = useWhoami();
  return (
    <Stack gap={4} align="flex-start">
      <Code>{connection.path}</Code>
      {connection.disabledAt === null && (
        <Copy
          text={addressOf(connection, publicUrl ?? window.location.origin)}
          label={t('connections.copy')}
          name={t('connections.copyOf', { name: connection.name })}
        />
      )}
    </Stack>
  );
}

/** Since when the secret is good, and until when the one before is. */
function Secrets({ of: { secrets } }: { of: Connection }) {
  const { t, formats } = useSpeech();
  const { timeZone } = useWhoami();
  return secrets.map(({ madeAt, endsAt }) => (
    <Text key={madeAt} size="sm" {...(endsAt === null ? {} : { c: 'dimmed' })}>
      {endsAt === null
        ? t('connections.since', { time: formats.dateTime(madeAt, timeZone) })
        : t('connections.formerUntil', { time: formats.dateTime(endsAt, timeZone) })}
    </Text>
  ));
}

function State({ of: connection, onChange }: { of: Connection; onChange: TableProps['onChange'] }) {
  const { t } = useSpeech();
  const { name, disabledAt } = connection;
  return (
    <Group gap="xs">
      <Badge variant="default" tt="none">
        {t(disabledAt === null ? 'connections.inUse' : 'connections.disabled')}
      </Badge>
      {disabledAt === null && (
        <>
          <Button
            size="compact-xs"
            variant="default"
            aria-label={t('connections.changeOne', { name })}
            onClick={() => onChange({ what: 'secret', of: connection })}
          >
            {t('connections.change')}
          </Button>
          <Button
            size="compact-xs"
            variant="default"
            aria-label={t('connections.disableOne', { name })}
            onClick={() => onChange({ what: 'end', of: connection })}
          >
            {t('connections.disable')}
          </Button>
        </>
      )}
    </Group>
  );
}
