import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../../app/dialog.js';
import { Failure } from '../../app/failure.js';
import { useSpeech } from '../../i18n/LanguageProvider.js';

interface Props {
  title: string;
  /** What cannot be undone. */
  text: string;
  /** The name of the button that does it. */
  action: string;
  act: () => Promise<void>;
  onDone: () => void;
  onCancel: () => void;
}

/** Asks before something is done for good, and tells why where it could not be. */
export function Confirm({ title, text, action, act, onDone, onCancel }: Props) {
  const { t } = useSpeech();
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);

  async function attempt(): Promise<void> {
    setBusy(true);
    setError(undefined);
    try {
      await act();
      onDone();
    } catch (caught) {
      setError(caught);
      setBusy(false);
    }
  }

  return (
    <Dialog opened onClose={onCancel} title={title}>
      <Stack>
        <Text>{text}</Text>
        {error !== undefined && <Failure error={error} />}
        <Group>
          <Button color="red" loading={busy} onClick={() => void attempt()}>
            {action}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {t('cancel')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
