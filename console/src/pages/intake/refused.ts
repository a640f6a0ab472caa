/** A refused record, as `GET /api/v1/quarantine` tells it. */
export interface Refused {
  id: string;
  receivedAt: string;
  source: string;
  kind: string | null;
  recordId: string | null;
  code: string;
  field: string | null;
  /** Why it was refused. */
  message: string;
  /** As it was sent; a text where it was no JSON or was cut. */
  record: unknown;
  replayedAt: string | null;
}

/** The record for an editor: JSON in lines, or the text that it is. */
export function editable({ record }: Refused): string {
  return typeof record === 'string' ? record : JSON.stringify(record, null, 2);
}

/** What stands in the editor, or why it is no JSON. */
export function readRecord(text: string): { record: unknown } | { reason: string } {
  try {
    const record: unknown = JSON.parse(text);
    return { record };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}
