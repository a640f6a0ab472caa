import { Alert, Stack, Title } from '@mantine/core';
import { useWhoami } from '../../app/session.js';
import { useTitle } from '../../app/use-title.js';
import { useSpeech } from '../../i18n/LanguageProvider.js';
import { Connections } from './connections.js';
import { Keys } from './keys.js';
import { NewestRecords } from './newest-records.js';
import { Quarantine } from './quarantine.js';
import { Sources } from './sources.js';

/** What comes in: what each source sent, the newest records, quarantine, connections, keys. Whoever may not administer reads why there is none. */
export function IntakePage() {
  const { t } = useSpeech();
  const { tenant, scopes } = useWhoami();
  useTitle(t('intake.title'));
  const allowed = scopes.map((scope) => t(`scope.${scope}`)).join(', ');
  return (
    <Stack gap="lg">
      <Title order={1} size="h2">
        {t('intake.title')}
      </Title>
      {!scopes.includes('admin') && <Alert>{t('intake.needsAdmin', { scopes: allowed })}</Alert>}
      {scopes.includes('admin') && tenant === null && <Alert>{t('intake.needsTenant')}</Alert>}
      {scopes.includes('admin') && tenant !== null && (
        <>
          <Sources />
          <NewestRecords />
          <Quarantine />
          <Connections tenant={tenant} />
          <Keys tenant={tenant} />
        </>
      )}
    </Stack>
  );
}
