import { kind, type ReadField } from '../kind.js';
import { freeText, ref, text, texts, time, whole, word } from '../fields.js';

const scales = { csat: [1, 5], nps: [0, 10] } as const;

function scoreFitsScale(read: ReadField): { field: string; message: string } | null {
  const [scale, score] = [read('scale'), read('score')];
  if ((scale !== 'csat' && scale !== 'nps') || typeof score !== 'number') return null;
  const [lowest, highest] = scales[scale];
  if (score >= lowest && score <= highest) return null;
  return { field: 'score', message: `is ${score}, but ${scale} goes from ${lowest} to ${highest}` };
}

/** What a customer thought of a dialogue or call: csat 1–5, nps 0–10. */
export const rating = kind(
  'rating',
  'at',
  {
    dialogue: ref('dialogue'),
    call: ref('call'),
    scale: word(['csat', 'nps']),
    score: whole(0, 10),
    comment: freeText(10000),
    operators: texts(),
    bots: texts(),
    at: time('earliest'),
    experience: text(),
  },
  { check: scoreFitsScale },
);
