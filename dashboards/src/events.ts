import type { AnnotationQuery } from '@grafana/grafana-foundation-sdk/dashboard';

/** What is marked on every time series. */
export function eventsOf(): AnnotationQuery[] {
  return [];
}
