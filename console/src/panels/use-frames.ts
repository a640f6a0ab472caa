import { type Frame, type Panel, panelRange, panelRequest, parseRange, type Span } from '@switchboard/viz';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { api, isAborted } from '../app/api.js';
import { useBoard } from '../pages/board/board-context.js';

interface Results {
  results: Record<string, { status: number; frames?: Frame[]; error?: string }>;
}

export interface PanelFrames {
  /** The newest answer; kept while the next one is on its way. */
  readonly frames: readonly Frame[] | undefined;
  readonly asking: boolean;
  /** The whole request failed. */
  readonly error: unknown;
  /** Questions of the panel that were refused, with the others answered. */
  readonly refusals: readonly string[];
  readonly range: Span;
  readonly retry: () => void;
}

interface Answer extends Pick<PanelFrames, 'frames' | 'error' | 'refusals'> {
  /** The question that it answers. */
  readonly to: string | undefined;
}
const nothing: Answer = { to: undefined, frames: undefined, error: undefined, refusals: [] };

/**
 * Asks a panel's questions in one request when it is its turn, again whenever one of them or the moment changes; the request
 * before is then given up.
 */
export function useFrames(panel: Panel, isTurn: boolean): PanelFrames {
  const { raw, now, timeZone, weekStart, values, adHoc } = useBoard();
  const range = useMemo(() => {
    const { from, to } = panelRange(panel, raw);
    return parseRange(from, to, timeZone, now, weekStart);
  }, [panel, raw, timeZone, now, weekStart]);
  const body = useMemo(
    () => JSON.stringify(panelRequest(panel, { values, adHoc, range, timeZone })),
    [panel, values, adHoc, range, timeZone],
  );
  const [answer, setAnswer] = useState<Answer>(nothing);
  const [attempt, setAttempt] = useState(0);
  const question = `${attempt} ${now} ${body}`;
  useEffect(() => {
    if (!isTurn) return undefined;
    const given = new AbortController();
    api.post<Results>('/api/v1/query', { body: JSON.parse(body), signal: given.signal }).then(
      ({ results }) => setAnswer({ to: question, ...toAnswer(results) }),
      (error: unknown) => {
        if (!isAborted(error)) setAnswer({ ...nothing, to: question, error });
      },
    );
    return () => given.abort();
  }, [question, body, isTurn]);
  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  return { ...answer, asking: answer.to !== question, range, retry };
}

function toAnswer(results: Results['results']): Omit<Answer, 'to'> {
  const all = Object.values(results);
  return {
    frames: all.flatMap(({ frames = [] }) => frames),
    error: undefined,
    refusals: all.flatMap(({ error }) => (error === undefined ? [] : [error])),
  };
}
