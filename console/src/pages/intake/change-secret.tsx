import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../app/api.js';
import { Dialog } from '../../app/dialog.js';
import { SendForm } from '../../app/send-form.js';
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

  async function change(): Promise<void> {
    setChanged(await api.post<NewSecret>(`${path}/${id}/secrets`, { body: secretInput(secret, kept) }));
    onChanged();
  }

  return (
    <Dialog opened size="lg" onClose={onClose} title={t('connections.changeOne', { name })}>
      {changed !== undefined ? (
        <NewSecretShown connection={changed} onClose={onClose} />
      ) : (
        <SendForm action={t('connections.change')} send={change}>
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
        </SendForm>
      )}
    </Dialog>
  );
}
