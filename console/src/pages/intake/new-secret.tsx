import { useWhoami } from '../../app/session.js';
import { useSpeech } from '../../i18n/LanguageProvider.js';
import { addressOf, type NewSecret } from './connection.js';
import { ShownOnce } from './shown-once.js';
import { ToCopy } from './to-copy.js';

/** What the provider has to be given: the address, and the secret where it was made here, this once. */
export function NewSecretShown({ connection, onClose }: { connection: NewSecret; onClose: () => void }) {
  const { t } = useSpeech();
  const { publicUrl } = useWhoami();
  const { secret } = connection;
  return (
    <ShownOnce about={t(secret === null ? 'connections.givenSecret' : 'connections.shownOnce')} onClose={onClose}>
      <ToCopy
        label={t('connections.address')}
        text={addressOf(connection, publicUrl ?? window.location.origin)}
        copyLabel={t('connections.copyAddress')}
      />
      {secret !== null && (
        <ToCopy label={t('connections.secret')} text={secret} copyLabel={t('connections.copySecret')} />
      )}
    </ShownOnce>
  );
}
