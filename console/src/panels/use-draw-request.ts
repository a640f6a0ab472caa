import type { Annotation, DrawRequest, Panel } from '@switchboard/viz';
import { useComputedColorScheme } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useSpeech } from '../i18n/LanguageProvider.js';
import { useBoard } from '../pages/board/board-context.js';
import type { PanelFrames } from './use-frames.js';

const none: readonly Annotation[] = [];

/** What a panel is drawn from; the same until its answer, the theme, the language or what people noted changes. */
export function useDrawRequest(panel: Panel, { frames, range, asking }: PanelFrames): DrawRequest | undefined {
  const { now, timeZone, annotations, ...board } = useBoard();
  const { language } = useSpeech();
  const theme = useComputedColorScheme('light');
  const noted = useSame(panel.type === 'timeseries' ? annotations : none);
  const links = useSame(board.links);
  // Links move on with each question; they are drawn with its answer, or at once where the panel asks nothing new.
  const [settled, settle] = useState(links);
  if (!asking && settled !== links) settle(links);
  return useMemo(
    () =>
      frames && { panel, frames, theme, timeZone, locale: language, range, now, links: settled, annotations: noted },
    // The range and the moment move on with each question too; what is drawn belongs to the frames that came.
    [panel, frames, theme, language, settled, noted],
  );
}

/** The value from before where the new one says the same. */
function useSame<Value>(value: Value): Value {
  const [kept, keep] = useState(value);
  if (kept === value || JSON.stringify(kept) === JSON.stringify(value)) return kept;
  keep(value);
  return value;
}
