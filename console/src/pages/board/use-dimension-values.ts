import type { Span, VariableOption } from '@switchboard/viz';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { api } from '../../app/api.js';

const TYPING_MS = 250;
/** Values are looked for by days: a board that moves along shall not ask anew for each of its refreshes. */
const DAY_MS = 86_400_000;

export interface DimensionValues {
  readonly options: readonly VariableOption[];
  readonly asking: boolean;
  /** Why there are none. */
  readonly error: unknown;
}

/** The values of a dimension in the range that hold the text, the most frequent first; asked for only when wanted. */
export function useDimensionValues(dimension: string, span: Span, search: string, wanted: boolean): DimensionValues {
  const [text] = useDebouncedValue(search, TYPING_MS);
  const [state, setState] = useState<DimensionValues>({ options: [], asking: false, error: undefined });
  const from = Math.floor(span.from / DAY_MS) * DAY_MS;
  const to = Math.ceil(span.to / DAY_MS) * DAY_MS;
  useEffect(() => {
    if (!wanted || dimension === '') return undefined;
    const given = new AbortController();
    setState((before) => ({ ...before, asking: true }));
    api
      .get<{ values: VariableOption[] }>(`/api/v1/dimensions/${encodeURIComponent(dimension)}/values`, {
        query: {
          from: new Date(from).toISOString(),
          to: new Date(to).toISOString(),
          search: text === '' ? undefined : text,
          limit: 200,
        },
        signal: given.signal,
      })
      .then(
        ({ values }) => setState({ options: values, asking: false, error: undefined }),
        (error: unknown) => {
          if (!given.signal.aborted) setState({ options: [], asking: false, error });
        },
      );
    return () => given.abort();
  }, [dimension, from, to, text, wanted]);
  return state;
}
