import { t } from '@grafana/i18n';
import { ClipboardButton, Stack } from '@grafana/ui';
import React from 'react';
import { Fold } from './Fold';

interface Props {
  refId: string;
  /** What the service is asked; made only once it is looked at. */
  body: () => object;
}

/** The question as the service gets it, to read and to copy. */
export function AskedJson({ refId, body }: Props) {
  return (
    <Fold
      id={`json-${refId}`}
      title={t('editor.json.title', 'JSON')}
      summary={t('editor.json.summary', 'The query as the service is asked it')}
    >
      <Shown body={body} />
    </Fold>
  );
}

function Shown({ body }: Pick<Props, 'body'>) {
  const text = JSON.stringify(body(), null, 2);
  return (
    <Stack direction="column" gap={0.5}>
      <pre role="region" tabIndex={0} aria-label={t('editor.json.summary', 'The query as the service is asked it')}>
        {text}
      </pre>
      <div>
        <ClipboardButton size="sm" variant="secondary" icon="copy" getText={() => text}>
          {t('editor.json.copy', 'Copy')}
        </ClipboardButton>
      </div>
    </Stack>
  );
}
