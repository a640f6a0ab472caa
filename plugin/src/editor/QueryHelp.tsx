import type { QueryEditorHelpProps } from '@grafana/data';
import { Button, Stack, Text } from '@grafana/ui';
import React from 'react';
import type { SwitchboardQuery } from '../query/model';
import { EXAMPLES } from './examples';

/** What can be asked, with examples to start from. */
export function QueryHelp({ onClickExample }: QueryEditorHelpProps<SwitchboardQuery>) {
  return (
    <Stack direction="column" gap={2}>
      <Text element="h2">Asking Switchboard</Text>
      <Text element="p">
        Choose one or more metrics. Group by a dimension to tell its values apart; filter to count only some. Empty
        filters count everything. A field takes a dashboard variable, written as $name: several values stay several, and
        All filters nothing.
      </Text>
      <Text element="p">
        Days, weeks and months are those of the dashboard’s time zone. Counts are 0 where nothing happened; ratios and
        averages are empty where there is nothing to divide by.
      </Text>
      <ul>
        {EXAMPLES.map(({ title, about, query }) => (
          <li key={title}>
            <Button type="button" fill="text" onClick={() => onClickExample({ refId: 'A', ...query })}>
              {title}
            </Button>
            <Text color="secondary">{about}</Text>
          </li>
        ))}
      </ul>
    </Stack>
  );
}
