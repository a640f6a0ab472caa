import { t } from '@grafana/i18n';
import { Field, SecretTextArea } from '@grafana/ui';
import React from 'react';
import { isStored, type Props, withoutSecret, withSecret } from './edit';

interface PemProps extends Props {
  name: 'tlsCACert' | 'tlsClientCert' | 'tlsClientKey';
  label: string;
  /** The first line of such a text. */
  begins: string;
}

/** A certificate or a private key as text; only the backend sees it once it is saved. */
export function PemField({ options, onOptionsChange, name, label, begins }: PemProps) {
  const description = t('config.tls.pem', 'PEM, beginning with {{begins}}', {
    begins,
    interpolation: { escapeValue: false },
  });
  return (
    <Field label={label} description={description} noMargin>
      <SecretTextArea
        id={`switchboard-${name}`}
        rows={6}
        cols={60}
        isConfigured={isStored(options, name)}
        value={options.secureJsonData?.[name] ?? ''}
        onChange={({ currentTarget }) => onOptionsChange(withSecret(options, name, currentTarget.value))}
        onReset={() => onOptionsChange(withoutSecret(options, name))}
      />
    </Field>
  );
}
