import { t } from '@grafana/i18n';
import { Field, FieldSet, Input, Stack } from '@grafana/ui';
import React from 'react';
import { type Props, withSettings } from './edit';
import { PemField } from './PemField';
import { SwitchField } from './SwitchField';

const CERTIFICATE = '-----BEGIN CERTIFICATE-----';

/** Against what the service's certificate is checked, and which one Grafana shows. */
export function TlsFields(props: Props) {
  const { options, onOptionsChange } = props;
  const { tlsAuthWithCACert = false, tlsAuth = false, serverName } = options.jsonData;
  return (
    <FieldSet label={t('config.tls.title', 'TLS')}>
      <Stack direction="column" gap={2}>
        <SwitchField
          {...props}
          name="tlsAuthWithCACert"
          label={t('config.tls.own-ca.label', 'Own certificate authority')}
          description={t('config.tls.own-ca.description', 'For a service with a private certificate.')}
        />
        {tlsAuthWithCACert && (
          <PemField {...props} name="tlsCACert" label={t('config.tls.ca', 'CA certificate')} begins={CERTIFICATE} />
        )}
        <SwitchField
          {...props}
          name="tlsAuth"
          label={t('config.tls.client.label', 'Client certificate')}
          description={t('config.tls.client.description', 'Grafana shows a certificate of its own to the service.')}
        />
        {tlsAuth && (
          <>
            <PemField
              {...props}
              name="tlsClientCert"
              label={t('config.tls.client.certificate', 'Certificate of Grafana')}
              begins={CERTIFICATE}
            />
            <PemField
              {...props}
              name="tlsClientKey"
              label={t('config.tls.client.key', 'Private key of Grafana')}
              begins="-----BEGIN PRIVATE KEY-----"
            />
          </>
        )}
        {(tlsAuth || tlsAuthWithCACert) && (
          <Field
            label={t('config.tls.server-name.label', 'Server name')}
            description={t(
              'config.tls.server-name.description',
              'The name in the service’s certificate, where it differs from the host of the URL.',
            )}
            noMargin
          >
            <Input
              id="switchboard-server-name"
              width={60}
              value={serverName ?? ''}
              onChange={({ currentTarget }) =>
                onOptionsChange(withSettings(options, { serverName: currentTarget.value || undefined }))
              }
            />
          </Field>
        )}
        <SwitchField
          {...props}
          name="tlsSkipVerify"
          label={t('config.tls.skip-verify.label', 'Skip TLS verification')}
          description={t('config.tls.skip-verify.description', 'Accepts any certificate. Not for production.')}
        />
      </Stack>
    </FieldSet>
  );
}
