import { Badge, Button, Group, Table } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../app/api.js';
import { useWhoami } from '../../app/session.js';
import { useSpeech } from '../../i18n/LanguageProvider.js';
import { usePages } from '../use-pages.js';
import { Confirm } from './confirm.js';
import { HeadedTable } from './headed-table.js';
import { type Key, stateOf } from './key.js';
import { MakeKey } from './make-key.js';
import { Section } from './section.js';

/** The keys of the tenant: list, make, revoke. */
export function Keys({ tenant }: { tenant: string }) {
  const { t } = useSpeech();
  const path = `/api/v1/tenants/${tenant}/keys`;
  const { items = [], error, isWaiting, more, reload } = usePages<Key>(path);
  const [revoking, setRevoking] = useState<Key>();
  return (
    <Section
      id="keys"
      title={t('keys.title')}
      error={error}
      isWaiting={isWaiting}
      reload={reload}
      action={<MakeKey path={path} onMade={reload} />}
    >
      <KeysTable keys={items} onRevoke={setRevoking} />
      {more && (
        <Button variant="default" size="xs" mt="sm" onClick={more}>
          {t('more')}
        </Button>
      )}
      {revoking && (
        <Confirm
          title={t('keys.revokeOne', { name: revoking.name })}
          text={t('keys.revokeAsk', { name: revoking.name })}
          action={t('keys.revoke')}
          act={() => api.delete(`${path}/${revoking.id}`)}
          onDone={() => {
            setRevoking(undefined);
            reload();
          }}
          onCancel={() => setRevoking(undefined)}
        />
      )}
    </Section>
  );
}

function KeysTable({ keys, onRevoke }: { keys: readonly Key[]; onRevoke: (key: Key) => void }) {
  const { t, formats } = useSpeech();
  const { timeZone } = useWhoami();
  const now = Date.now();
  const time = (moment: string | null) => (moment === null ? t('keys.never') : formats.dateTime(moment, timeZone));
  return (
    <HeadedTable
      titles={[
        t('keys.name'),
        t('keys.scopes'),
        t('keys.source'),
        t('keys.created'),
        t('keys.lastUsed'),
        t('keys.expires'),
        t('keys.state'),
      ]}
    >
      {keys.map((key) => {
        const state = stateOf(key, now);
        return (
          <Table.Tr key={key.id}>
            <Table.Th scope="row">{key.name}</Table.Th>
            <Table.Td>{key.scopes.map((scope) => t(`scope.${scope}`)).join(', ')}</Table.Td>
            <Table.Td>{key.source}</Table.Td>
            <Table.Td>{time(key.createdAt)}</Table.Td>
            <Table.Td>{time(key.lastUsedAt)}</Table.Td>
            <Table.Td>{time(key.expiresAt)}</Table.Td>
            <Table.Td>
              <Group gap="xs">
                <Badge variant="default" tt="none">
                  {t(`keys.${state}`)}
                </Badge>
                {state === 'active' && (
                  <Button
                    size="compact-xs"
                    variant="default"
                    aria-label={t('keys.revokeOne', { name: key.name })}
                    onClick={() => onRevoke(key)}
                  >
                    {t('keys.revoke')}
                  </Button>
                )}
              </Group>
            </Table.Td>
          </Table.Tr>
        );
      })}
    </HeadedTable>
  );
}
