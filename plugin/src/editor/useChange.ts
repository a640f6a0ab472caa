import { useLayoutEffect, useRef } from 'react';
import { sameQuestion } from '../query/body';
import type { SwitchboardQuery } from '../query/model';

interface Around {
  query: SwitchboardQuery;
  onChange: (query: SwitchboardQuery) => void;
  onRunQuery: () => void;
  /** What is asked for a query: normalised, with the variables' values. */
  asked: (query: SwitchboardQuery) => SwitchboardQuery;
}

/**
 * Hands a changed query on, and runs it where it asks something new. What the query says already is not handed on: an
 * option that is clicked as soon as the mouse reaches it is chosen again each time Grafana's Combobox is drawn, until
 * React comes to the mouse's move, and in Explore every change draws all at once, so that it never would.
 */
export function useChange({ query, onChange, onRunQuery, asked }: Around): (changed: SwitchboardQuery) => void {
  // The Combobox calls the handler of the moment of the click, which must see the query as it is by now.
  const latest = useRef(query);
  useLayoutEffect(() => {
    latest.current = query;
  }, [query]);
  return (changed) => {
    const before = latest.current;
    if (sameQuestion(changed, before)) return;
    latest.current = changed;
    onChange(changed);
    // A filter that is still being made asks nothing new.
    if (!sameQuestion(asked(changed), asked(before))) onRunQuery();
  };
}
