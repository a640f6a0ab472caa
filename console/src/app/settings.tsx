import { Button, Group, NativeSelect, useMantineColorScheme } from '@mantine/core';
import { languages, isLanguage } from '../i18n/texts.js';
import { useSpeech } from '../i18n/LanguageProvider.js';
import { useSession } from './session.js';

const SCHEMES = ['light', 'dark', 'auto'] as const;

/** Language, colours, the way out. */
export function Settings() {
  const { t, language, setLanguage } = useSpeech();
  const { signOut } = useSession();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Group gap="xs" wrap="nowrap">
      <NativeSelect
        size="xs"
        aria-label={t('language')}
        value={language}
        onChange={({ currentTarget: { value } }) => isLanguage(value) && setLanguage(value)}
        data={Object.entries(languages).map(([value, { name }]) => ({ value, label: name }))}
      />
      <NativeSelect
        size="xs"
        aria-label={t('theme')}
        value={colorScheme}
        onChange={({ currentTarget: { value } }) => setColorScheme(SCHEMES.find((one) => one === value) ?? 'auto')}
        data={SCHEMES.map((value) => ({ value, label: t(`theme.${value}`) }))}
      />
      <Button size="xs" variant="default" onClick={() => void signOut()}>
        {t('signOut')}
      </Button>
    </Group>
  );
}
