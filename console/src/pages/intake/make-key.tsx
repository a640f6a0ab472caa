import { Checkbox, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../app/api.js';
import { SendForm } from '../../app/send-form.js';
import { useSpeech } from '../../i18n/LanguageProvider.js';
import { type KeyDraft, keyInput, type NewKey, scopes } from './key.js';
import { Making } from './making.js';
import { ShownOnce } from './shown-once.js';
import { ToCopy } from './to-copy.js';

const EXPIRIES = [30, 90, 365];

interface Props {
  /** Of the tenant's keys. */
  path: string;
  onMade: () => void;
}

/** A button that asks what the key is for, makes it, and shows it this once. */
export function MakeKey({ path, onMade }: Props) {
  const { t } = useSpeech();
  return (
    <Making<NewKey>
      label={t('keys.make')}
      titleOf={({ name }) => t('keys.made', { name })}
      form={(keep) => <Form path={path} onMade={keep} />}
      shown={({ key }, close) => (
        <ShownOnce about={t('keys.shownOnce')} onClose={close}>
          <ToCopy label={t('signIn.key')} text={key} copyLabel={t('keys.copy')} />
        </ShownOnce>
      )}
      onMade={onMade}
    />
  );
}

function Form({ path, onMade }: { path: string; onMade: (key: NewKey) => void }) {
  const { t } = useSpeech();
  const [draft, setDraft] = useState<KeyDraft>({ name: '', scopes: ['ingest'], source: '', expiresIn: null });
  const change = (changed: Partial<KeyDraft>): void => setDraft((before) => ({ ...before, ...changed }));

  const send = async (): Promise<void> => onMade(await api.post<NewKey>(path, { body: keyInput(draft, Date.now()) }));

  return (
    <SendForm action={t('keys.make')} send={send}>
      <TextInput
        label={t('keys.name')}
        required
        value={draft.name}
        onChange={({ currentTarget: { value } }) => change({ name: value })}
      />
      <Checkbox.Group
        label={t('keys.scopes')}
        value={[...draft.scopes]}
        onChange={(chosen) => change({ scopes: chosen })}
      >
        <Stack gap="xs" mt={4}>
          {scopes.map((scope) => (
            <Checkbox key={scope} value={scope} label={t(`scope.${scope}`)} />
          ))}
        </Stack>
      </Checkbox.Group>
      <TextInput
        label={t('keys.source')}
        description={t('keys.sourceHint')}
        value={draft.source}
        onChange={({ currentTarget: { value } }) => change({ source: value })}
      />
      <NativeSelect
        label={t('keys.expires')}
        value={draft.expiresIn ?? ''}
        onChange={({ currentTarget: { value } }) => change({ expiresIn: value === '' ? null : Number(value) })}
        data={[
          { value: '', label: t('keys.never') },
          ...EXPIRIES.map((count) => ({ value: String(count), label: t('keys.inDays', { count }) })),
        ]}
      />
    </SendForm>
  );
}
