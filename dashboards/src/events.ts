import type { AnnotationQuery } from '@grafana/grafana-foundation-sdk/dashboard';
import { datasource } from './datasource.js';

/** What the tenant noted (incidents, releases) and where a year begins: marks on every time series. */
export const events: AnnotationQuery = {
  name: 'Events',
  datasource,
  enable: true,
  hide: false,
  iconColor: 'purple',
  target: { refId: 'Anno', queryType: 'annotations', _implementsDataqueryVariant: () => undefined } as AnnotationTarget,
};

type AnnotationTarget = NonNullable<AnnotationQuery['target']> & { readonly refId: string; readonly queryType: string };
