import type { AnnotationQuery, AnnotationSupport } from '@grafana/data';
import type { SwitchboardQuery } from '../query/model';
import { AnnotationsEditor } from './AnnotationsEditor';

/** The type of a query that asks for what people noted beside the numbers. */
const ANNOTATIONS = 'annotations';

/** The question that a dashboard's annotation asks, whatever was saved with it. */
function questionOf({ target }: AnnotationQuery<SwitchboardQuery>): SwitchboardQuery {
  return { refId: 'Anno', queryType: ANNOTATIONS, ...(target?.tag && { tag: target.tag }) };
}

/** Marks on time series: incidents, releases and turns of the year. The backend answers with Grafana's own fields. */
export const annotations: AnnotationSupport<SwitchboardQuery> = {
  QueryEditor: AnnotationsEditor,
  prepareQuery: questionOf,
  getDefaultQuery: () => ({ queryType: ANNOTATIONS }),
};
