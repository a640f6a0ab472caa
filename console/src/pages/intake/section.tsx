import { Button, Card, Group, Loader, ScrollArea, Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Failure } from '../../app/failure.js';
import { useSpeech } from '../../i18n/LanguageProvider.js';

interface Props {
  /** Names the section's heading. */
  id: string;
  title: string;
  /** Beside the title. */
  action?: ReactNode;
  error?: unknown;
  isWaiting?: boolean;
  /** Asks again, when it failed and when one wants to know. */
  reload?: () => void;
  children: ReactNode;
}

/** A part of the page with its heading; wide tables scroll in it, also by keyboard. */
export function Section({ id, title, action, error, isWaiting = false, reload, children }: Props) {
  const { t } = useSpeech();
  return (
    <Card withBorder component="section" aria-labelledby={id} aria-busy={isWaiting}>
      <Stack gap="sm">
        <Group justify="space-between">
          <Group gap="xs">
            <Title order={2} size="h4" id={id}>
              {title}
            </Title>
            {isWaiting && <Loader role="status" size="xs" aria-label={t('loading')} />}
          </Group>
          <Group gap="xs">
            {reload && (
              <Button size="xs" variant="default" aria-label={t('section.reload', { section: title })} onClick={reload}>
                {t('board.reload')}
              </Button>
            )}
            {action}
          </Group>
        </Group>
        {error !== undefined && <Failure error={error} {...(reload && { retry: reload })} />}
        <ScrollArea viewportProps={{ tabIndex: 0, role: 'group', 'aria-labelledby': id }}>{children}</ScrollArea>
      </Stack>
    </Card>
  );
}
