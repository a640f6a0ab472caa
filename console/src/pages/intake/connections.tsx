import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../app/api.js';
import { useSpeech } from '../../i18n/LanguageProvider.js';
import { usePages } from '../use-pages.js';
import { ChangeSecret } from './change-secret.js';
import { Confirm } from './confirm.js';
import type { Connection } from './connection.js';
import { type Changing, ConnectionsTable } from './connections-table.js';
import { MakeConnection } from './make-connection.js';
import { Section } from './section.js';

/** The addresses that providers send their webhooks to: list, make, change the secret, disable. */
export function Connections({ tenant }: { tenant: string }) {
  const { t } = useSpeech();
  const path = `/api/v1/tenants/${tenant}/connections`;
  const { items, error, isWaiting, more, reload } = usePages<Connection>(path);
  const [changing, setChanging] = useState<Changing>();
  const stop = (): void => setChanging(undefined);
  return (
    <Section
      id="connections"
      title={t('connections.title')}
      error={error}
      isWaiting={isWaiting}
      reload={reload}
      action={<MakeConnection path={path} onMade={reload} />}
    >
      {items?.length === 0 && <Text>{t('connections.none')}</Text>}
      {items !== undefined && items.length > 0 && <ConnectionsTable connections={items} onChange={setChanging} />}
      {more && (
        <Button variant="default" size="xs" mt="sm" onClick={more}>
          {t('more')}
        </Button>
      )}
      {changing?.what === 'secret' && <ChangeSecret path={path} of={changing.of} onChanged={reload} onClose={stop} />}
      {changing?.what === 'end' && (
        <Confirm
          title={t('connections.disableOne', { name: changing.of.name })}
          text={t('connections.disableAsk', { name: changing.of.name })}
          action={t('connections.disable')}
          act={() => api.delete(`${path}/${changing.of.id}`)}
          onDone={() => {
            stop();
            reload();
          }}
          onCancel={stop}
        />
      )}
    </Section>
  );
}
