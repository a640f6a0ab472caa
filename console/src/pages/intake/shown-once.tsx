import { Alert, Button, Group, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSpeech } from '../../i18n/LanguageProvider.js';

interface Props {
  /** Why it has to be copied now. */
  about: string;
  onClose: () => void;
  children: ReactNode;
}

/** What was made, to be copied before the dialog closes. */
export function ShownOnce({ about, onClose, children }: Props) {
  const { t } = useSpeech();
  return (
    <Stack>
      <Alert>{about}</Alert>
      {children}
      <Group>
        <Button size="xs" onClick={onClose}>
          {t('close')}
        </Button>
      </Group>
    </Stack>
  );
}
