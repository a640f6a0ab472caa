import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../app/api.js';
import { SendForm } from '../../app/send-form.js';
import { useSpeech } from '../../i18n/LanguageProvider.js';
import { type ConnectionDraft, connectionInput, needsSecret, type NewSecret, providers } from './connection.js';
import { Making } from './making.js';
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
  return (
    <Making<NewSecret>
      size="lg"
      label={t('connections.make')}
      titleOf={({ name }) => t('connections.made', { name })}
      form={(keep) => <Form path={path} onMade={keep} />}
      shown={(connection, close) => <NewSecretShown connection={connection} onClose={close} />}
      onMade={onMade}
    />
  );
}

function Form({ path, onMade }: { path: string; onMade: (connection: NewSecret) => void }) {
  const { t } = useSpeech();
  const [draft, setDraft] = useState<ConnectionDraft>({ name: '', provider: 'standard', source: '', secret: '' });
  const change = (changed: Partial<ConnectionDraft>): void => setDraft((before) => ({ ...before, ...changed }));

  const send = async (): Promise<void> => onMade(await api.post<NewSecret>(path, { body: connectionInput(draft) }));

  return (
    <SendForm action={t('connections.make')} send={send}>
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
    </SendForm>
  );
}
