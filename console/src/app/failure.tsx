import { Alert, Button, Group, Text } from '@mantine/core';
import { useSpeech } from '../i18n/LanguageProvider.js';
import { ApiError } from './api.js';
import { PageNotLoaded } from './pages.js';

/** What went wrong, in words, with the way to try again. */
export function Failure({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useSpeech();
  const isUnreachable = error instanceof ApiError && error.status === 0;
  const text = error instanceof Error ? error.message : String(error);
  const isUnloaded = error instanceof PageNotLoaded;
  return (
    <Alert role="alert" color="red" variant="light" title={t('error.title')}>
      <Text size="sm">{isUnreachable ? t('error.network') : isUnloaded ? t('error.notLoaded') : text}</Text>
      {error instanceof ApiError && error.errorId !== undefined && (
        <Text size="xs" mt={4}>
          {t('error.id', { id: error.errorId })}
        </Text>
      )}
      {retry && (
        <Group mt="sm">
          <Button size="xs" variant="default" onClick={isUnloaded ? () => window.location.reload() : retry}>
            {t('error.retry')}
          </Button>
        </Group>
      )}
    </Alert>
  );
}
