import { Button, CopyButton } from '@mantine/core';
import { useSpeech } from '../i18n/LanguageProvider.js';

/** Puts a text on the clipboard, and says so. */
export function Copy({ text, label }: { text: string; label: string }) {
  const { t } = useSpeech();
  return (
    <CopyButton value={text}>
      {({ copied, copy }) => (
        <Button size="xs" variant="default" onClick={copy} aria-live="polite">
          {copied ? t('copied') : label}
        </Button>
      )}
    </CopyButton>
  );
}
