import { type DrawRequest, type Frame, type Panel, panelRange } from '@switchboard/viz';
import { ActionIcon, Popover, Loader, Text } from '@mantine/core';
import { useState } from 'react';
import { Failure } from '../app/failure.js';
import { useSpeech } from '../i18n/LanguageProvider.js';
import { useBoard } from '../pages/board/board-context.js';
import { rangeText } from '../pages/board/range-text.js';
import { Drawn } from './drawn.js';
import './panels.css';
import { Icon } from './icons.js';
import { PanelMenu } from './panel-menu.js';
import { useDrawRequest } from './use-draw-request.js';
import { type PanelFrames, useFrames } from './use-frames.js';
import type { OnRange } from './use-range-drag.js';
import { useTurn } from './use-turn.js';

interface Props {
  panel: Panel;
  /** Told of the stretch of time that was chosen in a chart; without it none can be chosen. */
  onRange?: OnRange;
}

/** One panel: its title, what it is about, its menu, and what it shows. */
export function PanelView({ panel, onRange }: Props) {
  const { isTurn, place } = useTurn();
  const asked = useFrames(panel, isTurn);
  const [asTable, setAsTable] = useState(false);
  const request = useDrawRequest(panel, asked);
  const id = `panel-${panel.id}`;
  return (
    <article ref={place} className="panel" aria-labelledby={id} aria-busy={asked.asking} data-panel-type={panel.type}>
      <header>
        <h3 id={id} title={panel.title}>
          {panel.title}
        </h3>
        <OwnRange panel={panel} />
        {asked.asking && <Loader size={12} aria-hidden />}
        <About panel={panel} frames={asked.frames} />
        <PanelMenu request={request} isTable={asTable} onTable={() => setAsTable(!asTable)} />
      </header>
      <Content asked={asked} request={request} asTable={asTable} onRange={onRange} />
    </article>
  );
}

function Content({
  asked,
  request,
  asTable,
  onRange,
}: {
  asked: PanelFrames;
  request: DrawRequest | undefined;
  asTable: boolean;
  onRange: OnRange | undefined;
}) {
  const { t } = useSpeech();
  const { error, refusals, retry } = asked;
  if (error !== undefined) return <Failure error={error} retry={retry} />;
  if (request === undefined) return <div className="panel-body" role="status" aria-label={t('loading')} />;
  if (refusals.length > 0 && request.frames.length === 0) {
    return <Failure error={new Error(refusals.join(' '))} retry={retry} />;
  }
  return (
    <>
      {refusals.length > 0 && (
        <Text size="xs" c="red" role="alert">
          {refusals.join(' ')}
        </Text>
      )}
      <Drawn request={request} asTable={asTable} onRange={onRange} />
    </>
  );
}

/** The stretch of time of a panel that has its own. */
function OwnRange({ panel }: { panel: Panel }) {
  const { raw, timeZone, now, weekStart } = useBoard();
  const speech = useSpeech();
  const range = panelRange(panel, raw);
  if (range === raw || panel.hideTimeOverride === true) return null;
  return (
    <Text size="xs" c="dimmed">
      {rangeText(range, timeZone, now, weekStart, speech)}
    </Text>
  );
}

/** What the panel counts: its definition, and what was asked in words. */
function About({ panel, frames }: { panel: Panel; frames: readonly Frame[] | undefined }) {
  const { t } = useSpeech();
  const executed = [...new Set(frames?.flatMap(({ schema }) => schema.meta.executedQueryString ?? []))];
  const notices = [...new Set(frames?.flatMap(({ schema }) => schema.meta.notices?.map(({ text }) => text) ?? []))];
  if (panel.description === undefined && executed.length === 0) return null;
  return (
    <Popover width={320} shadow="md" withinPortal>
      <Popover.Target>
        <ActionIcon size="xs" variant="subtle" color="gray" aria-label={t('panel.about', { panel: panel.title ?? '' })}>
          <Icon name="info" />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown className="about">
        {panel.description !== undefined && <Text size="sm">{panel.description}</Text>}
        {notices.map((text) => (
          <Text key={text} size="sm" mt="xs">
            {text}
          </Text>
        ))}
        {executed.length > 0 && (
          <Text size="xs" c="dimmed" mt="xs">
            {t('panel.counted')}: {executed.join('; ')}
          </Text>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
