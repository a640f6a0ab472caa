import { Alert, Button, Checkbox, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { api } from '../../app/api.js';
import { Dialog } from '../../app/dialog.js';
import { Failure } from '../../app/failure.js';
import { useSpeech } from '../../i18n/LanguageProvider.js';
import { type KeyDraft, keyInput, type NewKey, scopes } from './key.js';
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
  const [isOpen, setOpen] = useState(false);
  const [made, setMade] = useState<NewKey>();
  const close = (): void => {
    setOpen(false);
    setMade(undefined);
  };
  return (
    <>
      <Button size="xs" onClick={() => setOpen(true)}>
        {t('keys.make')}
      </Button>
      <Dialog
        opened={isOpen}
        onClose={close}
        title={made === undefined ? t('keys.make') : t('keys.made', { name: made.name })}
      >
        {made === undefined ? (
          <Form
            path={path}
            onMade={(key) => {
              setMade(key);
              onMade();
            }}
          />
        ) : (
          <Stack>
            <Alert>{t('keys.shownOnce')}</Alert>
            <ToCopy label={t('signIn.key')} text={made.key} copyLabel={t('keys.copy')} />
            <Group>
              <Button size="xs" onClick={close}>
                {t('close')}
              </Button>
            </Group>
          </Stack>
        )}
      </Dialog>
    </>
  );
}

function Form({ path, onMade }: { path: string; onMade: (key: NewKey) => void }) {
  const { t } = useSpeech();
  const [draft, setDraft] = useState<KeyDraft>({ name: '', scopes: ['ingest'], source: '', expiresIn: null });
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const change = (changed: Partial<KeyDraft>): void => setDraft((before) => ({ ...before, ...changed }));

  async function make(event: FormEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    try {
      onMade(await api.post<NewKey>(path, { body: keyInput(draft, Date.now()) }));
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
      {error !== undefined && <Failure error={error} />}
      <Group>
        <Button type="submit" loading={busy}>
          {t('keys.make')}
        </Button>
      </Group>
    </Stack>
  );
}
