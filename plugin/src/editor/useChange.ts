import { sameQuestion } from '../query/body';
import type { SwitchboardQuery } from '../query/model';
import { useHandOn } from './useHandOn';

interface Around {
  query: SwitchboardQuery;
  onChange: (query: SwitchboardQuery) => void;
  onRunQuery: () => void;
  /** What is asked for a query: normalised, with the variables' values. */
  asked: (query: SwitchboardQuery) => SwitchboardQuery;
}

/** Hands a changed query on, and runs it where it asks something new. */
export function useChange({ query, onChange, onRunQuery, asked }: Around): (changed: SwitchboardQuery) => void {
  return useHandOn(query, sameQuestion, (changed, before) => {
    onChange(changed);
    // A filter that is still being made asks nothing new.
    if (!sameQuestion(asked(changed), asked(before))) onRunQuery();
  });
}
