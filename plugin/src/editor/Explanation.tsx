import { t } from '@grafana/i18n';
import { Text } from '@grafana/ui';
import React from 'react';
import type { Catalogue } from '../catalogue/catalogue';
import type { SwitchboardQuery } from '../query/model';
import { explain } from './explain/explain';
import { Fold } from './Fold';

interface Props {
  query: SwitchboardQuery;
  catalogue: Catalogue;
}

/** What the query asks, in words. */
export function Explanation({ query, catalogue }: Props) {
  const [first = '', ...others] = explain(query, catalogue);
  return (
    <Fold id={`explain-${query.refId}`} title={t('editor.explain.title', 'Explain')} summary={first}>
      <ul>
        {[first, ...others].map((sentence) => (
          <li key={sentence}>
            <Text variant="bodySmall">{sentence}</Text>
          </li>
        ))}
      </ul>
    </Fold>
  );
}
