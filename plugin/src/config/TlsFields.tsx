import { t } from '@grafana/i18n';
import { Field, SecretTextArea, Switch } from '@grafana/ui';
import React from 'react';
import type { Props } from './ConfigEditor';
import { withSecret, withoutSecret, withSettings } from './edit';

/** Whether and against what the service's certificate is checked. */
export function TlsFields({ options, onOptionsChange }: Props) {
  const { tlsSkipVerify = false, tlsAuthWithCACert = false } = options.jsonData;
  return (
    <>
      <Field
        label={t('config.tls.skip-verify.label', 'Skip TLS verification')}
        description={t('config.tls.skip-verify.description', 'Accepts any certificate. Not for production.')}
        noMargin
      >
        <Switch
          id="switchboard-skip-verify"
          value={tlsSkipVerify}
          onChange={({ currentTarget }) =>
            onOptionsChange(withSettings(options, { tlsSkipVerify: currentTarget.checked }))
          }
        />
      </Field>
      <Field
        label={t('config.tls.own-ca.label', 'Own certificate authority')}
        description={t('config.tls.own-ca.description', 'For a service with a private certificate.')}
        noMargin
      >
        <Switch
          id="switchboard-own-ca"
          value={tlsAuthWithCACert}
          onChange={({ currentTarget }) =>
            onOptionsChange(withSettings(options, { tlsAuthWithCACert: currentTarget.checked }))
          }
        />
      </Field>
      {tlsAuthWithCACert && (
        <Field
          label={t('config.tls.ca.label', 'CA certificate')}
          description={t('config.tls.ca.description', 'PEM, beginning with -----BEGIN CERTIFICATE-----')}
          noMargin
        >
          <SecretTextArea
            id="switchboard-ca"
            rows={6}
            cols={60}
            isConfigured={options.secureJsonFields?.tlsCACert ?? false}
            value={options.secureJsonData?.tlsCACert ?? ''}
            onChange={({ currentTarget }) => onOptionsChange(withSecret(options, 'tlsCACert', currentTarget.value))}
            onReset={() => onOptionsChange(withoutSecret(options, 'tlsCACert'))}
          />
        </Field>
      )}
    </>
  );
}
