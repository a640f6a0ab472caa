import type { DataSourcePluginOptionsEditorProps } from '@grafana/data';
import { t } from '@grafana/i18n';
import { config } from '@grafana/runtime';
import {
  CustomHeadersSettings,
  Field,
  FieldSet,
  Input,
  SecretInput,
  SecureSocksProxySettings,
  Stack,
} from '@grafana/ui';
import React from 'react';
import type { SwitchboardSecrets, SwitchboardSettings } from '../settings';
import { secondsOf, withoutSecret, withSecret, withSettings } from './edit';
import { TlsFields } from './TlsFields';
import { ZoneFields } from './ZoneFields';

export type Props = DataSourcePluginOptionsEditorProps<SwitchboardSettings, SwitchboardSecrets>;

/** Where the service is, with which key it is asked, and what holds where a question says no time zone. */
export function ConfigEditor({ options, onOptionsChange }: Props) {
  const fields = { options, onOptionsChange };
  return (
    <>
      <FieldSet label={t('config.service.title', 'Service')}>
        <Stack direction="column" gap={2}>
          <Field
            label={t('config.url.label', 'URL')}
            description={t('config.url.description', 'As Grafana’s server reaches it, not the browser.')}
            required
            noMargin
          >
            <Input
              id="switchboard-url"
              type="url"
              placeholder="http://localhost:4000"
              width={60}
              value={options.url}
              onChange={({ currentTarget }) => onOptionsChange({ ...options, url: currentTarget.value })}
            />
          </Field>
          <Field
            label={t('config.api-key.label', 'API key')}
            description={t('config.api-key.description', 'A key of the tenant with the scope read.')}
            required
            noMargin
          >
            <SecretInput
              id="switchboard-api-key"
              placeholder="swb_…"
              width={60}
              isConfigured={options.secureJsonFields?.apiKey ?? false}
              value={options.secureJsonData?.apiKey ?? ''}
              onChange={({ currentTarget }) => onOptionsChange(withSecret(options, 'apiKey', currentTarget.value))}
              onReset={() => onOptionsChange(withoutSecret(options, 'apiKey'))}
            />
          </Field>
        </Stack>
      </FieldSet>
      <ZoneFields {...fields} />
      <FieldSet label={t('config.connection.title', 'Connection')}>
        <Stack direction="column" gap={2}>
          <Field
            label={t('config.timeout.label', 'Timeout')}
            description={t('config.timeout.description', 'Seconds to wait for an answer; 30 where empty.')}
            noMargin
          >
            <Input
              id="switchboard-timeout"
              type="number"
              min={1}
              placeholder="30"
              width={20}
              value={options.jsonData.timeout ?? ''}
              onChange={({ currentTarget }) =>
                onOptionsChange(withSettings(options, { timeout: secondsOf(currentTarget.valueAsNumber) }))
              }
            />
          </Field>
          <TlsFields {...fields} />
          <CustomHeadersSettings dataSourceConfig={options} onChange={onOptionsChange} />
          {config.secureSocksDSProxyEnabled && <SecureSocksProxySettings {...fields} />}
        </Stack>
      </FieldSet>
    </>
  );
}
