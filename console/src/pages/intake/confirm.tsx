import { Button, Group, Stack, Text } from '@mantine/core';
import { useAttempt } from '../../app/attempt.js';
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
  const { attempt, busy, error } = useAttempt();
  const confirm = (): Promise<void> =>
    attempt(async () => {
      await act();
      onDone();
    });

  return (
    <Dialog opened onClose={onCancel} title={title}>
      <Stack>
        <Text>{text}</Text>
        {error !== undefined && <Failure error={error} />}
        <Group>
          <Button color="red" loading={busy} onClick={() => void confirm()}>
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
