import { Text } from '@grafana/ui';
import React from 'react';
import type { SwitchboardQuery } from '../query/model';
import { unshownSettings } from './edit';

/** Says what else a saved query asks for, so that nobody reads a number as something that it is not. */
export function UnshownSettings({ query }: { query: SwitchboardQuery }) {
  const names = unshownSettings(query);
  if (names.length === 0) return null;
  return (
    <details>
      <summary>
        <Text color="secondary" variant="bodySmall">
          Also set: {names.join(', ')}
        </Text>
      </summary>
      <pre aria-label="The whole query">{JSON.stringify(query, null, 2)}</pre>
    </details>
  );
}
