import { type BoardState, type Dashboard, parseRange, type Span } from '@switchboard/viz';
import { Alert, Text, Title } from '@mantine/core';
import { useEffect, useMemo } from 'react';
import { useSpeech } from '../../i18n/LanguageProvider.js';
import './board.css';
import { BoardProvider } from './board-context.js';
import { BoardLinks } from './board-links.js';
import { Filters } from './filters.js';
import { Sections } from './sections.js';
import { TimeControls } from './time-controls.js';
import { useAnnotations } from './use-annotations.js';
import { useBoardState } from './use-board-state.js';
import { useClock } from './use-clock.js';

interface Reading {
  span: Span;
  /** Why the written range cannot be shown; the board's own is then. */
  wrong: string | undefined;
}

function readRange({ range }: BoardState, dashboard: Dashboard, timeZone: string, now: number): Reading {
  try {
    return { span: parseRange(range.from, range.to, timeZone, now), wrong: undefined };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const { from, to } = dashboard.time;
    return { span: parseRange(from, to, timeZone, now), wrong: error.message };
  }
}

/** One board: what it is about, its controls, its panels. */
export function Board({ dashboard }: { dashboard: Dashboard }) {
  const { t } = useSpeech();
  const control = useBoardState(dashboard);
  const { state, timeZone, change } = control;
  const { now, tick } = useClock(state.refresh);
  const { span, wrong } = useMemo(() => readRange(state, dashboard, timeZone, now), [state, dashboard, timeZone, now]);
  const annotations = useAnnotations(dashboard, span, timeZone);
  const context = useMemo(
    () => ({
      raw: wrong === undefined ? state.range : dashboard.time,
      span,
      now,
      timeZone,
      values: state.values,
      adHoc: state.adHoc,
      annotations,
      links: { range: state.range, values: state.values, adHoc: state.adHoc },
      addFilter: (filter: BoardState['adHoc'][number]) => change({ adHoc: [...state.adHoc, filter] }),
    }),
    [state, dashboard, span, wrong, now, timeZone, annotations, change],
  );
  useEffect(() => {
    document.title = `${dashboard.title} · Switchboard`;
  }, [dashboard.title]);
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
      {wrong !== undefined && (
        <Alert role="alert" color="yellow" variant="light" mb="sm">
          {t('board.wrongRange')} {wrong}
        </Alert>
      )}
      <Sections dashboard={dashboard} />
    </BoardProvider>
  );
}
