import { t } from '@grafana/i18n';
import { config } from '@grafana/runtime';
import { Field, FieldSet, Input, Stack, TagsInput } from '@grafana/ui';
import React from 'react';
import { type Props, secondsOf, withSettings } from './edit';
import { SwitchField } from './SwitchField';

const DEFAULT_SECONDS = '30';

/** How long the service is waited for, and what else of the reader and of Grafana's network goes into a request. */
export function RequestFields(props: Props) {
  const { options, onOptionsChange } = props;
  const { timeout, keepCookies = [] } = options.jsonData;
  return (
    <FieldSet label={t('config.requests.title', 'Requests')}>
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
            placeholder={DEFAULT_SECONDS}
            width={20}
            value={timeout ?? ''}
            onChange={({ currentTarget }) =>
              onOptionsChange(withSettings(options, { timeout: secondsOf(currentTarget.valueAsNumber) }))
            }
          />
        </Field>
        <SwitchField
          {...props}
          name="oauthPassThru"
          label={t('config.oauth.label', 'Forward OAuth identity')}
          description={t(
            'config.oauth.description',
            'Sends the reader’s tokens as X-Forwarded-Access-Token and X-ID-Token, for a gateway before the service. Alert rules have no reader.',
          )}
        />
        <Field
          label={t('config.cookies.label', 'Allowed cookies')}
          description={t('config.cookies.description', 'The reader’s cookies with these names are sent along.')}
          noMargin
        >
          <TagsInput
            id="switchboard-cookies"
            placeholder={t('config.cookies.placeholder', 'Name, then Enter')}
            width={40}
            autoColors={false}
            tags={keepCookies}
            onChange={(names) =>
              onOptionsChange(withSettings(options, { keepCookies: names.length > 0 ? names : undefined }))
            }
          />
        </Field>
        {config.secureSocksDSProxyEnabled && (
          <SwitchField
            {...props}
            name="enableSecureSocksProxy"
            label={t('config.socks.label', 'Secure socks proxy')}
            description={t('config.socks.description', 'Reaches the service through Grafana’s secure socks proxy.')}
          />
        )}
      </Stack>
    </FieldSet>
  );
}
