import { Button, Group, NativeSelect, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { api } from '../../app/api.js';
import { Dialog } from '../../app/dialog.js';
import { Failure } from '../../app/failure.js';
import { useSpeech } from '../../i18n/LanguageProvider.js';
import { type Connection, keptSeconds, needsSecret, type NewSecret, secretInput } from './connection.js';
import { NewSecretShown } from './new-secret.js';
import { SecretInput } from './secret-input.js';

interface Props {
  /** Of the tenant's connections. */
  path: string;
  of: Connection;
  onChanged: () => void;
  onClose: () => void;
}

/** Gives a connection another secret; the one before may stay good while the provider is told. */
export function ChangeSecret({ path, of: { id, name, provider }, onChanged, onClose }: Props) {
  const { t, formats } = useSpeech();
  const [secret, setSecret] = useState('');
  const [kept, setKept] = useState<number>(86_400);
  const [changed, setChanged] = useState<NewSecret>();
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);

  async function change(event: FormEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    try {
      setChanged(await api.post<NewSecret>(`${path}/${id}/secrets`, { body: secretInput(secret, kept) }));
      onChanged();
    } catch (caught) {
      setError(caught);
      setBusy(false);
    }
  }

  return (
    <Dialog opened size="lg" onClose={onClose} title={t('connections.changeOne', { name })}>
      {changed !== undefined ? (
        <NewSecretShown connection={changed} onClose={onClose} />
      ) : (
        <Stack component="form" onSubmit={(event: FormEvent) => void change(event)}>
          <SecretInput isNeeded={needsSecret(provider)} value={secret} onChange={setSecret} />
          <NativeSelect
            label={t('connections.keep')}
            value={kept}
            onChange={({ currentTarget: { value } }) => setKept(Number(value))}
            data={keptSeconds.map((seconds) => ({
              value: String(seconds),
              label: seconds === 0 ? t('connections.keepNone') : formats.duration(seconds),
            }))}
          />
          {error !== undefined && <Failure error={error} />}
          <Group>
            <Button type="submit" loading={busy}>
              {t('connections.change')}
            </Button>
          </Group>
        </Stack>
      )}
    </Dialog>
  );
}
