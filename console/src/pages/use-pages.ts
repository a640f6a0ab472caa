import { useState } from 'react';
import { api } from '../app/api.js';
import { type Answered, useAnswer } from './use-answer.js';

interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

interface Pages<Item> extends Omit<Answered<Item[]>, 'answer'> {
  /** Those of all the pages that were asked for; nothing before the first answer. */
  readonly items: Item[] | undefined;
  /** Asks for one page more; missing where there is none. */
  readonly more: (() => void) | undefined;
}

/** A list of the service, page by page; asking again asks for as many pages as are shown. */
export function usePages<Item>(path: string): Pages<Item> {
  const [count, setCount] = useState(1);
  const { answer, ...rest } = useAnswer(
    async (signal) => {
      const items: Item[] = [];
      let cursor: string | null | undefined;
      for (let page = 0; page < count && cursor !== null; page++) {
        const given: Page<Item> = await api.get(path, { query: { cursor }, signal });
        items.push(...given.items);
        cursor = given.nextCursor;
      }
      return { items, hasMore: cursor !== null };
    },
    [path, count],
  );
  return { ...rest, items: answer?.items, more: answer?.hasMore ? () => setCount((before) => before + 1) : undefined };
}
