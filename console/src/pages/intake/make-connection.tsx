import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { api } from '../../app/api.js';
import { Dialog } from '../../app/dialog.js';
import { Failure } from '../../app/failure.js';
import { useSpeech } from '../../i18n/LanguageProvider.js';
import { type ConnectionDraft, connectionInput, needsSecret, type NewSecret, providers } from './connection.js';
import { NewSecretShown } from './new-secret.js';
import { SecretInput } from './secret-input.js';

interface Props {
  /** Of the tenant's connections. */
  path: string;
  onMade: () => void;
}

/** A button that asks whose webhooks come in, makes their address, and shows it with the secret. */
export function MakeConnection({ path, onMade }: Props) {
  const { t } = useSpeech();
  const [isOpen, setOpen] = useState(false);
  const [made, setMade] = useState<NewSecret>();
  const close = (): void => {
    setOpen(false);
    setMade(undefined);
  };
  return (
    <>
      <Button size="xs" onClick={() => setOpen(true)}>
        {t('connections.make')}
      </Button>
      <Dialog
        size="lg"
        opened={isOpen}
        onClose={close}
        title={made === undefined ? t('connections.make') : t('connections.made', { name: made.name })}
      >
        {made === undefined ? (
          <Form
            path={path}
            onMade={(connection) => {
              setMade(connection);
              onMade();
            }}
          />
        ) : (
          <NewSecretShown connection={made} onClose={close} />
        )}
      </Dialog>
    </>
  );
}

function Form({ path, onMade }: { path: string; onMade: (connection: NewSecret) => void }) {
  const { t } = useSpeech();
  const [draft, setDraft] = useState<ConnectionDraft>({ name: '', provider: 'standard', source: '', secret: '' });
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const change = (changed: Partial<ConnectionDraft>): void => setDraft((before) => ({ ...before, ...changed }));

  async function make(event: FormEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    try {
      onMade(await api.post<NewSecret>(path, { body: connectionInput(draft) }));
    } catch (caught) {
      setError(caught);
      setBusy(false);
    }
  }

  return (
    <Stack component="form" onSubmit={(event: FormEvent) => void make(event)}>
      <TextInput
        label={t('keys.name')}
        required
        maxLength={200}
        value={draft.name}
        onChange={({ currentTarget: { value } }) => change({ name: value })}
      />
      <NativeSelect
        label={t('connections.provider')}
        value={draft.provider}
        onChange={({ currentTarget: { value } }) => {
          const chosen = providers.find(({ name }) => name === value);
          if (chosen) change({ provider: chosen.name, secret: '' });
        }}
        data={providers.map(({ name }) => ({ value: name, label: t(`provider.${name}`) }))}
      />
      <TextInput
        label={t('keys.source')}
        description={t('connections.sourceHint')}
        maxLength={200}
        value={draft.source}
        onChange={({ currentTarget: { value } }) => change({ source: value })}
      />
      <SecretInput
        isNeeded={needsSecret(draft.provider)}
        value={draft.secret}
        onChange={(secret) => change({ secret })}
      />
      {error !== undefined && <Failure error={error} />}
      <Group>
        <Button type="submit" loading={busy}>
          {t('connections.make')}
        </Button>
      </Group>
    </Stack>
  );
}
