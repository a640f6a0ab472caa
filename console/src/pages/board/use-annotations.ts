import { type Annotation, annotationsPath, type Dashboard, readAnnotations, type Span } from '@switchboard/viz';
import { useEffect, useState } from 'react';
import { api } from '../../app/api.js';

/** What people noted in the range; without an answer the board is shown all the same. */
export function useAnnotations(dashboard: Dashboard, range: Span, timeZone: string): readonly Annotation[] {
  const path = annotationsPath(dashboard, { range, timeZone });
  const [annotations, setAnnotations] = useState<readonly Annotation[]>([]);
  useEffect(() => {
    if (path === undefined) return undefined;
    const given = new AbortController();
    api.get(`/api/v1/${path}`, { signal: given.signal }).then(
      (answer) => setAnnotations(readAnnotations(answer)),
      () => undefined,
    );
    return () => given.abort();
  }, [path]);
  return annotations;
}
