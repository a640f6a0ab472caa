import type { DataFrame, QueryResultMetaNotice } from '@grafana/data';
import { t } from '@grafana/i18n';

/** The frames with a word about dimensions whose filter by Others was left out. */
export function withOthersNotice(frames: DataFrame[], dimensions: string[]): DataFrame[] {
  if (dimensions.length === 0) return frames;
  const text = t(
    'query.others-left-out',
    'Others is what a panel leaves over, and no value: it was left out of the filter on {{dimensions}}.',
    { dimensions: dimensions.join(', '), interpolation: { escapeValue: false } },
  );
  const notice: QueryResultMetaNotice = { severity: 'info', text };
  return frames.map((frame) => ({
    ...frame,
    meta: { ...frame.meta, notices: [...(frame.meta?.notices ?? []), notice] },
  }));
}
