import type { BoardState, Dashboard } from '@switchboard/viz';
import { Alert, Text, Title } from '@mantine/core';
import { useMemo } from 'react';
import { useWhoami } from '../../app/session.js';
import { useTitle } from '../../app/use-title.js';
import { useSpeech } from '../../i18n/LanguageProvider.js';
import './board.css';
import { BoardProvider } from './board-context.js';
import { BoardLinks } from './board-links.js';
import { Filters } from './filters.js';
import { readRange } from './read-range.js';
import { Sections } from './sections.js';
import { TimeControls } from './time-controls.js';
import { useAnnotations } from './use-annotations.js';
import { useBoardState } from './use-board-state.js';
import { useClock } from './use-clock.js';

/** One board: what it is about, its controls, its panels. */
export function Board({ dashboard }: { dashboard: Dashboard }) {
  const { t } = useSpeech();
  const wished = useBoardState(dashboard);
  const { timeZone, change } = wished;
  const { weekStart } = useWhoami();
  const { now, tick } = useClock(wished.state.refresh);
  const { span, raw, isWrong } = useMemo(
    () => readRange(wished.state.range, dashboard.time, timeZone, now, weekStart),
    [wished.state.range, dashboard, timeZone, now, weekStart],
  );
  const state = useMemo(() => ({ ...wished.state, range: raw }), [wished.state, raw]);
  const control = { ...wished, state };
  const annotations = useAnnotations(dashboard, span, timeZone);
  const context = useMemo(
    () => ({
      raw,
      span,
      now,
      timeZone,
      weekStart,
      values: state.values,
      adHoc: state.adHoc,
      annotations,
      links: { range: raw, values: state.values, adHoc: state.adHoc },
      addFilter: (filter: BoardState['adHoc'][number]) => change({ adHoc: [...state.adHoc, filter] }),
    }),
    [state, raw, span, now, timeZone, weekStart, annotations, change],
  );
  useTitle(dashboard.title);
  return (
    <BoardProvider value={context}>
      <header className="board-header">
        <div>
          <Title order={1} size="h3">
            {dashboard.title}
          </Title>
          {dashboard.description !== undefined && (
            <Text size="sm" c="dimmed">
              {dashboard.description}
            </Text>
          )}
        </div>
        <TimeControls control={control} dashboard={dashboard} reload={tick} />
      </header>
      <Filters dashboard={dashboard} control={control} span={span} />
      <BoardLinks dashboard={dashboard} state={state} />
      {isWrong && <Wrong text={t('board.wrongRange')} />}
      {wished.wrongZone !== undefined && <Wrong text={t('board.wrongZone', { zone: wished.wrongZone })} />}
      <Sections dashboard={dashboard} control={control} />
    </BoardProvider>
  );
}

/** What of the address could not be shown. */
function Wrong({ text }: { text: string }) {
  return (
    <Alert role="alert" color="yellow" variant="light" mb="sm">
      {text}
    </Alert>
  );
}
