import { Button, CopyButton } from '@mantine/core';
import { useSpeech } from '../i18n/LanguageProvider.js';

interface Props {
  text: string;
  label: string;
  /** Of the button, where there are several of that label. */
  name?: string;
}

/** Puts a text on the clipboard, and says so. */
export function Copy({ text, label, name = label }: Props) {
  const { t } = useSpeech();
  return (
    <CopyButton value={text}>
      {({ copied, copy }) => (
        <Button size="xs" variant="default" onClick={copy} aria-live="polite" aria-label={copied ? t('copied') : name}>
          {copied ? t('copied') : label}
        </Button>
      )}
    </CopyButton>
  );
}
