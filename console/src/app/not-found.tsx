import { Container, Title } from '@mantine/core';
import { useSpeech } from '../i18n/LanguageProvider.js';
import { useTitle } from './use-title.js';

/** For an address that leads nowhere. */
export function NotFound() {
  const { t } = useSpeech();
  useTitle(t('notFound.title'));
  return (
    <Container size={520} py={80}>
      <Title order={1} size="h3">
        {t('notFound.title')}
      </Title>
    </Container>
  );
}
