import type { TimeRange } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Alert } from '@grafana/ui';
import React, { useEffect, useState } from 'react';
import { MOST_VALUES, type SwitchboardDataSource } from '../datasource';
import type { SwitchboardVariableQuery } from './model';
import { listedValues } from './values';

/** Typing is waited for, so that not every letter is asked for. */
const PAUSE_MS = 300;

interface Props {
  datasource: SwitchboardDataSource;
  asked: SwitchboardVariableQuery;
  range?: TimeRange;
}

/** Says that a variable does not list all values, and how the others are found. */
export function MoreValues({ datasource, asked, range }: Props) {
  const [more, setMore] = useState(false);
  const question = JSON.stringify(asked);
  useEffect(() => {
    let gone = false;
    const ask = async () => {
      const query = JSON.parse(question) as SwitchboardVariableQuery;
      // What cannot be asked the preview of the values says.
      const list = await listedValues(datasource, query, { range }).catch(() => undefined);
      if (!gone) setMore(list?.more === true);
    };
    const waiting = setTimeout(() => void ask(), PAUSE_MS);
    return () => {
      gone = true;
      clearTimeout(waiting);
    };
  }, [datasource, question, range]);
  if (!more) return null;
  return (
    <Alert
      severity="info"
      title={t('variables.more-values', 'Only the first {{most}} values are listed', { most: MOST_VALUES })}
    >
      {t(
        'variables.more-values-about',
        'Filters narrow the list; with {{variable}} in “Containing”, what is typed into the variable’s list finds the others.',
        { variable: '$__searchFilter' },
      )}
    </Alert>
  );
}
