import type { Frame, Panel } from '@switchboard/viz';

/** A panel as a table of the same numbers; series that each have their own times are put side by side. */
export function asTable(panel: Panel, frames: readonly Frame[]): { panel: Panel; frames: Frame[] } {
  const fieldConfig = panel.fieldConfig ?? { defaults: {}, overrides: [] };
  const defaults = Object.fromEntries(Object.entries(fieldConfig.defaults).filter(([name]) => name !== 'custom'));
  const table = {
    ...panel,
    type: 'table',
    options: {},
    transformations: [],
    fieldConfig: { ...fieldConfig, defaults },
  };
  return { panel: table, frames: joined(frames.filter(({ schema }) => schema.fields.length > 0)) };
}

function joined(frames: readonly Frame[]): Frame[] {
  const [first] = frames;
  const time = first?.schema.fields[0];
  const overTime = frames.every(({ schema }) => schema.fields[0]?.type === 'time');
  if (first === undefined || time === undefined || frames.length < 2) return [...frames];
  if (!overTime) return [sideBySide(frames)];
  const times = [...new Set(frames.flatMap(({ data }) => (data.values[0] ?? []).map(Number)))].sort((a, b) => a - b);
  const columns = frames.flatMap(({ schema, data }) => {
    const rowOf = new Map((data.values[0] ?? []).map((at, row) => [Number(at), row]));
    return schema.fields.slice(1).map((field, i) => ({
      field,
      values: times.map((at) => data.values[i + 1]?.[rowOf.get(at) ?? -1] ?? null),
    }));
  });
  return [
    {
      schema: { ...first.schema, fields: [time, ...columns.map(({ field }) => field)] },
      data: { values: [times, ...columns.map(({ values }) => values)] },
    },
  ];
}

/** Frames without times are one row each, or a few: their columns stand beside one another. */
function sideBySide(frames: readonly Frame[]): Frame {
  const length = Math.max(...frames.map(({ data }) => data.values[0]?.length ?? 0));
  const fields = frames.flatMap(({ schema }) => schema.fields);
  const values = frames.flatMap(({ data }) =>
    data.values.map((column) => Array.from({ length }, (_, row) => column[row] ?? null)),
  );
  return { schema: { meta: {}, fields }, data: { values } };
}
