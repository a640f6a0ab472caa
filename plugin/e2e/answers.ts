import type { Page, Response } from '@playwright/test';

interface Result {
  status?: number;
  error?: string;
  frames?: Array<{ schema: { fields: Array<{ name: string; type: string }> }; data: { values: unknown[][] } }>;
}

/** What the data source answered to one panel. */
export interface Answer {
  errors: string[];
  /** Values other than times that are there. */
  values: number;
}

/** Listens to the answers that panels get, by the panel's number; the newest counts. */
export function listen(page: Page): Map<string, Answer> {
  const answers = new Map<string, Answer>();
  page.on('response', (response) => void read(response, answers));
  return answers;
}

async function read(response: Response, answers: Map<string, Answer>): Promise<void> {
  const panel = response.request().headers()['x-panel-id'];
  if (panel === undefined || !response.url().includes('/api/ds/query')) {
    return;
  }
  const body = (await response.json().catch(() => ({}))) as { results?: Record<string, Result>; message?: string };
  const results = Object.values(body.results ?? {});
  const errors = results.flatMap(({ error }) => (error === undefined ? [] : [error]));
  if (!response.ok() && errors.length === 0) {
    errors.push(body.message ?? `status ${response.status()}`);
  }
  answers.set(panel, { errors, values: results.reduce((sum, result) => sum + valuesIn(result), 0) });
}

function valuesIn({ frames = [] }: Result): number {
  const columns = frames.flatMap(({ schema, data }) =>
    schema.fields.flatMap(({ type }, index) => (type === 'time' ? [] : [data.values[index] ?? []])),
  );
  return columns.flat().filter((value) => value !== null).length;
}

/** The values of a field in the first frame of an answer. */
export async function columnOf(response: Response, field: string): Promise<unknown[] | undefined> {
  const { results } = (await response.json()) as { results: Record<string, Result> };
  const [frame] = Object.values(results).flatMap(({ frames = [] }) => frames);
  return frame?.data.values[frame.schema.fields.findIndex(({ name }) => name === field)];
}
