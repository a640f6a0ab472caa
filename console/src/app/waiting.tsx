import { Center, Loader } from '@mantine/core';
import { useSpeech } from '../i18n/LanguageProvider.js';

/** Stands in for a page that is on its way. */
export function Waiting() {
  const { t } = useSpeech();
  return (
    <Center h="60vh">
      <Loader role="status" aria-label={t('loading')} />
    </Center>
  );
}
