import type { Annotation, LinkContext, Span, VariableValues, AdHocFilter, RawRange, WeekStart } from '@switchboard/viz';
import { createContext, useContext } from 'react';

/** All that the panels of a board share. */
export interface BoardContext {
  /** As it is written: now-7d. */
  readonly raw: RawRange;
  readonly span: Span;
  readonly now: number;
  readonly timeZone: string;
  readonly weekStart: WeekStart;
  readonly values: VariableValues;
  readonly adHoc: readonly AdHocFilter[];
  readonly annotations: readonly Annotation[];
  readonly links: LinkContext;
  readonly addFilter: (filter: AdHocFilter) => void;
}

const Context = createContext<BoardContext | undefined>(undefined);
export const BoardProvider = Context.Provider;

/** What the board around a panel knows. */
export function useBoard(): BoardContext {
  const board = useContext(Context);
  if (board === undefined) throw new Error('There is no board around this.');
  return board;
}
