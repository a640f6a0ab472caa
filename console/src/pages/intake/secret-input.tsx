import { PasswordInput } from '@mantine/core';
import { useSpeech } from '../../i18n/LanguageProvider.js';

interface Props {
  /** Whether only the provider hands out secrets, so that none can be made. */
  isNeeded: boolean;
  value: string;
  onChange: (secret: string) => void;
}

/** The provider's own secret. */
export function SecretInput({ isNeeded, value, onChange }: Props) {
  const { t } = useSpeech();
  return (
    <PasswordInput
      label={t('connections.secret')}
      description={t(isNeeded ? 'connections.secretNeeded' : 'connections.secretHint')}
      required={isNeeded}
      autoComplete="off"
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      visibilityToggleButtonProps={{ 'aria-label': t('connections.showSecret') }}
    />
  );
}
