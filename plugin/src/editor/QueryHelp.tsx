import type { QueryEditorHelpProps } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Box, Button, Stack, Text } from '@grafana/ui';
import React from 'react';
import type { SwitchboardQuery } from '../query/model';
import { formatChoices } from './choices';
import { examples } from './examples';

/** What can be asked, with examples to start from. */
export function QueryHelp({ onClickExample }: QueryEditorHelpProps<SwitchboardQuery>) {
  return (
    <Stack direction="column" gap={2}>
      <Text element="h2">{t('editor.help.title', 'Asking Switchboard')}</Text>
      <Box element="ul" paddingLeft={2}>
        {examples().map(({ title, about, query }) => (
          <li key={title}>
            <Button type="button" size="sm" fill="text" onClick={() => onClickExample({ refId: 'A', ...query })}>
              {title}
            </Button>
            <Text color="secondary">{about}</Text>
          </li>
        ))}
      </Box>
      {sections().map(({ title, text }) => (
        <div key={title}>
          <Text element="h3" variant="h5">
            {title}
          </Text>
          <Text element="p">{text}</Text>
        </div>
      ))}
      <Text element="h3" variant="h5">
        {t('editor.help.formats', 'Formats')}
      </Text>
      <Box element="ul" paddingLeft={2}>
        {formatChoices().map(({ value, label, description }) => (
          <li key={value}>
            <Text weight="medium">{label ?? value}</Text> <Text color="secondary">{description ?? ''}</Text>
          </li>
        ))}
      </Box>
    </Stack>
  );
}

function sections(): Array<{ title: string; text: string }> {
  return [
    {
      title: t('editor.help.metrics', 'Metrics'),
      text: t(
        'editor.help.metrics-text',
        'One metric has one definition, shown under its name. Search by name, definition, unit or what it is counted from. Each may have parameters, filters and a name of its own; one can stand there twice under different names.',
      ),
    },
    {
      title: t('editor.help.filters', 'Groups and filters'),
      text: t(
        'editor.help.filters-text',
        'Group by a dimension to tell its values apart; filter to count only some. Values are those of the time range that pass the other filters. A filter without values counts everything; what nobody gave is the value unknown. Labels of your records are dimensions too: labels.name. In Explore, and on boards with filters, a click on a value filters for it.',
      ),
    },
    {
      title: t('editor.help.variables', 'Variables'),
      text: t(
        'editor.help.variables-text',
        'A name or a value may be a variable of the dashboard, written as $name. Several chosen values stay several, whatever characters are in them, and All filters nothing.',
      ),
    },
    {
      title: t('editor.help.numbers', 'Numbers'),
      text: t(
        'editor.help.numbers-text',
        'Counts are 0 where nothing happened; ratios and averages are empty where there is nothing to divide by. Totals, Others, shares and comparisons are counted anew from the records, never from results. Money is told apart by currency.',
      ),
    },
    {
      title: t('editor.help.time', 'Time'),
      text: t(
        'editor.help.time-text',
        'Each metric counts by a time of its own, such as the start of a call; Explain names it. Days, weeks and months are those of the dashboard’s time zone, 23 or 25 hours long where clocks change. A range does not include its end. Minutes are for ranges of up to two days.',
      ),
    },
    {
      title: t('editor.help.alerts', 'Alert rules'),
      text: t(
        'editor.help.alerts-text',
        'An alert rule has no browser, so variables are not filled in, and its days are those of the data source’s time zone. Ask for one metric. A table or a single value goes straight to a threshold, one alert for each group; a time series is reduced first: drop the open step. A least denominator keeps ratios over few records from ringing.',
      ),
    },
  ];
}
