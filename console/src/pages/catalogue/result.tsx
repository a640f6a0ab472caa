import { Code, Group, Loader, Stack, Text, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type Frame, parseRange } from '@switchboard/viz';
import { api } from '../../app/api.js';
import { Failure } from '../../app/failure.js';
import { useWhoami } from '../../app/session.js';
import { useSpeech } from '../../i18n/LanguageProvider.js';
import { Copy } from '../copy-button.js';
import { useAnswer } from '../use-answer.js';
import type { Metric } from './catalogue.js';
import { type Choice, panelOf, queryOf, ranges } from './question.js';

interface Results {
  results: Record<string, { status: number; error?: string; frames?: Frame[] }>;
}

/** The answer to what is chosen, and the question itself to take along. */
export function Result({ metric, choice }: { metric: Metric; choice: Choice }) {
  const { t } = useSpeech();
  const { timeZone } = useWhoami();
  const [settled] = useDebouncedValue(choice, 300);
  const { answer, error, isWaiting, reload } = useAnswer(
    async (signal) => {
      const now = Date.now();
      const range = parseRange(ranges[settled.range], 'now', timeZone, now);
      const body = queryOf(metric, settled, { ...range, timeZone });
      const { results } = await api.post<Results>('/api/v1/query', { body, signal });
      const { error: refusal, frames = [] } = results['A'] ?? {};
      if (refusal !== undefined) throw new Error(refusal);
      return { body, frames, range, now, panel: panelOf(metric, settled) };
    },
    [metric, settled, timeZone],
  );
  const json = JSON.stringify(answer?.body, null, 2);
  return (
    <Stack component="section" aria-labelledby="result" aria-busy={isWaiting}>
      <Group>
        <Title order={4} size="h5" id="result">
          {t('tryIt.result')}
        </Title>
        {isWaiting && <Loader size="xs" aria-label={t('loading')} />}
      </Group>
      {error !== undefined && <Failure error={error} retry={reload} />}
      {answer !== undefined && (
        <>
          <div>{answer.frames.length}</div>
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
