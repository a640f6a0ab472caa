import { Code, Group, Loader, Stack, Text, Title, useComputedColorScheme } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type AdHocFilter, type DrawRequest, type Frame, parseRange } from '@switchboard/viz';
import { useMemo } from 'react';
import '../../panels/panels.css';
import './catalogue.css';
import { api } from '../../app/api.js';
import { Failure } from '../../app/failure.js';
import { useWhoami } from '../../app/session.js';
import { useSpeech } from '../../i18n/LanguageProvider.js';
import { Drawn } from '../../panels/drawn.js';
import { type BoardContext, BoardProvider } from '../board/board-context.js';
import { Copy } from '../copy-button.js';
import { useAnswer } from '../use-answer.js';
import type { Metric } from './catalogue.js';
import { type Choice, panelOf, queryOf } from './question.js';

interface Results {
  results: Record<string, { status: number; error?: string; frames?: Frame[] }>;
}

interface Props {
  metric: Metric;
  choice: Choice;
  /** Called when somebody wants only what has a value of the result. */
  onFilter: (filter: AdHocFilter) => void;
}

/** The answer to what is chosen, and the question itself to take along. */
export function Result({ metric, choice, onFilter }: Props) {
  const { t } = useSpeech();
  const { timeZone, weekStart } = useWhoami();
  const [settled] = useDebouncedValue(choice, 300);
  const { answer, error, isWaiting, reload } = useAnswer(
    async (signal) => {
      const now = Date.now();
      const raw = settled.range;
      const range = parseRange(raw.from, raw.to, timeZone, now, weekStart);
      const body = queryOf(metric, settled, { ...range, timeZone });
      const { results } = await api.post<Results>('/api/v1/query', { body, signal });
      const { error: refusal, frames = [] } = results['A'] ?? {};
      if (refusal !== undefined) throw new Error(refusal);
      return { body, frames, raw, range, now, panel: panelOf(metric, settled) };
    },
    [metric, settled, timeZone, weekStart],
  );
  const json = JSON.stringify(answer?.body, null, 2);
  return (
    <Stack component="section" aria-labelledby="result" aria-busy={isWaiting}>
      <Group>
        <Title order={4} size="h5" id="result">
          {t('tryIt.result')}
        </Title>
        {isWaiting && <Loader role="status" size="xs" aria-label={t('loading')} />}
      </Group>
      {error !== undefined && <Failure error={error} retry={reload} />}
      {answer !== undefined && (
        <>
          <Drawing {...answer} onFilter={onFilter} />
          <Group justify="space-between">
            <Title order={4} size="h5" id="query">
              {t('tryIt.json')}
            </Title>
            <Copy text={json} label={t('tryIt.copyJson')} />
          </Group>
          <Text size="sm">{t('tryIt.jsonHint')}</Text>
          <Code block mah={260} tabIndex={0} role="region" aria-labelledby="query">
            {json}
          </Code>
        </>
      )}
    </Stack>
  );
}

interface DrawingProps extends Pick<DrawRequest, 'panel' | 'frames' | 'range' | 'now'> {
  raw: BoardContext['raw'];
  onFilter: (filter: AdHocFilter) => void;
}

/** The result as a board of one panel would show it. */
function Drawing({ panel, frames, raw, range, now, onFilter }: DrawingProps) {
  const { language } = useSpeech();
  const { timeZone, weekStart } = useWhoami();
  const theme = useComputedColorScheme('light');
  const request = useMemo(
    () => ({ panel, frames, theme, timeZone, locale: language, range, now }),
    [panel, frames, theme, timeZone, language, range, now],
  );
  const board = {
    raw,
    span: range,
    now,
    timeZone,
    weekStart,
    values: {},
    adHoc: [],
    annotations: [],
    links: { range: raw, values: {}, adHoc: [] },
    addFilter: onFilter,
  };
  return (
    <BoardProvider value={board}>
      <div className="try-it-result">
        <Drawn request={request} asTable={false} />
      </div>
    </BoardProvider>
  );
}
