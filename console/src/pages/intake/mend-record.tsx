import { Alert, Button, Group, List, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { api, ApiError } from '../../app/api.js';
import { useAttempt } from '../../app/attempt.js';
import { Dialog } from '../../app/dialog.js';
import { Failure } from '../../app/failure.js';
import { useSpeech } from '../../i18n/LanguageProvider.js';
import { editable, readRecord, type Refused } from './refused.js';

interface Props {
  item: Refused;
  /** Called with what came of it, in words. */
  onDone: (outcome: string) => void;
  onCancel: () => void;
}

/** A refused record in an editor, with the reason above it. */
export function MendRecord({ item, onDone, onCancel }: Props) {
  const { t } = useSpeech();
  const [text, setText] = useState(editable(item));
  const { attempt, busy, error } = useAttempt();
  const [isDiscarding, setDiscarding] = useState(false);
  const path = `/api/v1/quarantine/${item.id}`;

  const replay = (): Promise<void> =>
    attempt(async () => {
      const read = readRecord(text);
      if ('reason' in read) throw new Error(t('quarantine.notJson', { reason: read.reason }));
      const { stored } = await api.post<{ stored: number }>(`${path}/replay`, { body: { record: read.record } });
      onDone(t(stored > 0 ? 'quarantine.stored' : 'quarantine.duplicate'));
    });
  const discard = (): Promise<void> =>
    attempt(async () => {
      await api.delete(path);
      onDone(t('quarantine.discarded'));
    });

  return (
    <Dialog opened size="lg" onClose={onCancel} title={t('quarantine.mendOne', { record: item.recordId ?? item.id })}>
      <Stack>
        <Alert>{item.message}</Alert>
        <Textarea
          label={t('quarantine.editor')}
          value={text}
          onChange={({ currentTarget: { value } }) => setText(value)}
          autosize
          minRows={8}
          maxRows={24}
          spellCheck={false}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
        />
        {error !== undefined && <Failure error={error} />}
        <WrongFields of={error} />
        {isDiscarding ? (
          <Group>
            <Text>{t('quarantine.discardAsk')}</Text>
            <Button color="red" loading={busy} onClick={() => void discard()}>
              {t('quarantine.discard')}
            </Button>
            <Button variant="default" onClick={() => setDiscarding(false)}>
              {t('cancel')}
            </Button>
          </Group>
        ) : (
          <Group>
            <Button loading={busy} onClick={() => void replay()}>
              {t('quarantine.replay')}
            </Button>
            <Button variant="default" onClick={() => setDiscarding(true)}>
              {t('quarantine.discard')}
            </Button>
          </Group>
        )}
      </Stack>
    </Dialog>
  );
}

/** The fields that the service names, where it names any. */
function WrongFields({ of: error }: { of: unknown }) {
  const fields = error instanceof ApiError ? error.fields.filter(({ field }) => field !== '') : [];
  if (fields.length === 0) return null;
  return (
    <List size="sm">
      {fields.map(({ field, message }) => (
        <List.Item key={field}>
          {field}: {message}
        </List.Item>
      ))}
    </List>
  );
}
