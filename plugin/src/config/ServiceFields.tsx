import { t } from '@grafana/i18n';
import { Field, FieldSet, Input, SecretInput, Stack } from '@grafana/ui';
import React from 'react';
import { isStored, type Props, withoutSecret, withSecret } from './edit';
import { keyProblem, urlProblem } from './problems';

const EXAMPLE_URL = 'http://localhost:4000';
const EXAMPLE_KEY = 'swb_…';

/** Where the service is, and with which key it is asked. */
export function ServiceFields({ options, onOptionsChange }: Props) {
  const badUrl = urlProblem(options);
  const badKey = keyProblem(options);
  return (
    <FieldSet label={t('config.service.title', 'Service')}>
      <Stack direction="column" gap={2}>
        <Field
          label={t('config.url.label', 'URL')}
          description={t('config.url.description', 'As Grafana’s server reaches it, not the browser.')}
          required
          noMargin
          invalid={badUrl !== undefined}
          error={badUrl}
        >
          <Input
            id="switchboard-url"
            type="url"
            placeholder={EXAMPLE_URL}
            width={60}
            value={options.url}
            onChange={({ currentTarget }) => onOptionsChange({ ...options, url: currentTarget.value })}
          />
        </Field>
        <Field
          label={t('config.api-key.label', 'API key')}
          description={t(
            'config.api-key.description',
            'A key of the tenant with the scope read; the service’s console makes one under Intake.',
          )}
          required
          noMargin
          invalid={badKey !== undefined}
          error={badKey}
        >
          <SecretInput
            id="switchboard-api-key"
            placeholder={EXAMPLE_KEY}
            width={60}
            isConfigured={isStored(options, 'apiKey')}
            value={options.secureJsonData?.apiKey ?? ''}
            onChange={({ currentTarget }) => onOptionsChange(withSecret(options, 'apiKey', currentTarget.value))}
            onReset={() => onOptionsChange(withoutSecret(options, 'apiKey'))}
          />
        </Field>
      </Stack>
    </FieldSet>
  );
}
