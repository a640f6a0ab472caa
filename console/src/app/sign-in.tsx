import { Alert, Button, Container, Paper, PasswordInput, Stack, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useSpeech } from '../i18n/LanguageProvider.js';
import { ApiError } from './api.js';
import { Failure } from './failure.js';
import { useSession } from './session.js';
import { useTitle } from './use-title.js';

/** Asks for a key. The browser may keep it, as a password; the page itself does not. */
export function SignIn() {
  const { t } = useSpeech();
  const { signIn } = useSession();
  useTitle(t('signIn.submit'));
  const [key, setKey] = useState('');
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const isWrongKey = error instanceof ApiError && error.status === 401;

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    try {
      await signIn(key.trim());
    } catch (caught) {
      setError(caught);
      setBusy(false);
    }
  }

  return (
    <Container size={420} py={80} component="main">
      <Title order={1} size="h2" mb="lg">
        {t('app.name')}
      </Title>
      <Paper withBorder p="lg" component="form" onSubmit={(event: FormEvent) => void submit(event)}>
        <Stack>
          {isLinkOver() && error === undefined && (
            <Alert role="alert" color="yellow" variant="light">
              {t('signIn.linkOver')}
            </Alert>
          )}
          <PasswordInput
            label={t('signIn.key')}
            description={t('signIn.hint')}
            name="key"
            autoComplete="current-password"
            required
            autoFocus
            value={key}
            onChange={(event) => setKey(event.currentTarget.value)}
          />
          {isWrongKey && (
            <Alert role="alert" color="red" variant="light">
              {t('signIn.wrongKey')}
            </Alert>
          )}
          {error !== undefined && !isWrongKey && <Failure error={error} />}
          <Button type="submit" loading={busy}>
            {t('signIn.submit')}
          </Button>
        </Stack>
      </Paper>
    </Container>
  );
}

/** Whether the reader comes by a link that no longer holds, as the service says in the address. */
const isLinkOver = (): boolean => new URLSearchParams(window.location.search).get('link') === 'over';
