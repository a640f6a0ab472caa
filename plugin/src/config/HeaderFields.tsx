import { t, Trans } from '@grafana/i18n';
import { Button, Field, FieldSet, IconButton, Input, SecretInput, Stack, Text } from '@grafana/ui';
import React, { useState } from 'react';
import type { Props } from './edit';
import { type Header, placed, readHeaders, withHeaders } from './headers';

const EXAMPLE_NAME = 'X-Header';

/** Headers that every request to the service carries, for what stands between Grafana and it. */
export function HeaderFields({ options, onOptionsChange }: Props) {
  // A header that has no name yet is kept here only.
  const [headers, setHeaders] = useState(() => readHeaders(options));
  const change = (changed: Header[]) => {
    setHeaders(placed(changed));
    onOptionsChange(withHeaders(options, changed));
  };
  const replace = (at: number, ...by: Header[]) => change([...headers.slice(0, at), ...by, ...headers.slice(at + 1)]);
  return (
    <FieldSet label={t('config.headers.title', 'HTTP headers')}>
      <Stack direction="column" gap={1}>
        <Text color="secondary" variant="bodySmall">
          {t(
            'config.headers.about',
            'Sent with every request, for what stands between Grafana and the service. Authorization always carries the key.',
          )}
        </Text>
        {headers.map((header, index) => (
          <Stack key={index} direction="row" gap={1} alignItems="flex-end">
            <Field label={t('config.headers.name', 'Header')} noMargin>
              <Input
                id={`switchboard-header-${index}`}
                placeholder={EXAMPLE_NAME}
                width={28}
                value={header.name}
                onChange={({ currentTarget }) => replace(index, { ...header, name: currentTarget.value.trim() })}
              />
            </Field>
            <Field label={t('config.headers.value', 'Value')} noMargin>
              <SecretInput
                id={`switchboard-header-value-${index}`}
                width={36}
                isConfigured={header.storedAs !== undefined}
                value={header.value}
                onChange={({ currentTarget }) => replace(index, { ...header, value: currentTarget.value })}
                onReset={() => replace(index, { name: header.name, value: '' })}
              />
            </Field>
            <IconButton
              name="trash-alt"
              size="lg"
              tooltip={t('config.headers.remove', 'Remove this header')}
              onClick={() => replace(index)}
            />
          </Stack>
        ))}
        <div>
          <Button
            type="button"
            size="sm"
            variant="secondary"
            icon="plus"
            onClick={() => change([...headers, { name: '', value: '' }])}
          >
            <Trans i18nKey="config.headers.add">Add header</Trans>
          </Button>
        </div>
      </Stack>
    </FieldSet>
  );
}
