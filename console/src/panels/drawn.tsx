import { type ChartDrawing, drawPanel, type DrawRequest, type Drawing, type ValueLink } from '@switchboard/viz';
import { Anchor, Stack, Text } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import { Dialog } from '../app/dialog.js';
import { follow, navigate } from '../app/router.js';
import { useSpeech } from '../i18n/LanguageProvider.js';
import { useBoard } from '../pages/board/board-context.js';
import { asTable as tableOf } from './as-table.js';
import { BarGauge } from './bar-gauge.js';
import { Chart } from './chart.js';
import { ColorScale } from './color-scale.js';
import { Legend } from './legend.js';
import { Stat } from './stat.js';
import { Table } from './table.js';
import type { OnRange } from './use-range-drag.js';
import { useSize } from './use-size.js';

/** Panels that the page lays out itself; all others are drawn for the place that they have. */
const LAID_OUT = new Set(['stat', 'bargauge', 'table']);

interface Props {
  request: DrawRequest;
  asTable: boolean;
  /** Missing: no stretch of time can be chosen. */
  onRange?: OnRange | undefined;
}

/** What a panel shows, drawn from its frames. */
export function Drawn({ request, asTable, onRange }: Props) {
  const { size, place } = useSize();
  const sized = asTable || LAID_OUT.has(request.panel.type) ? undefined : size;
  const isReady = asTable || LAID_OUT.has(request.panel.type) || size !== undefined;
  const drawing = useMemo(
    () =>
      isReady
        ? drawPanel({ ...request, ...(asTable ? tableOf(request.panel, request.frames) : {}), ...sized })
        : undefined,
    [request, asTable, sized, isReady],
  );
  return (
    <div ref={place} className="panel-body">
      {drawing && <Shown drawing={drawing} title={request.panel.title ?? ''} onRange={onRange} />}
    </div>
  );
}

function Shown({ drawing, title, onRange }: { drawing: Drawing; title: string; onRange: OnRange | undefined }) {
  const { t } = useSpeech();
  const { addFilter } = useBoard();
  if (drawing.empty) {
    return (
      <div className="nothing" data-empty>
        <span aria-hidden>–</span>
        <Text size="xs" c="dimmed">
          {t('panel.emptyReason')}
        </Text>
      </div>
    );
  }
  switch (drawing.kind) {
    case 'stat':
      return <Stat model={drawing.model} />;
    case 'bargauge':
      return <BarGauge model={drawing.model} label={title} />;
    case 'table':
      return (
        <Table
          model={drawing.model}
          label={title}
          onFilter={(key, value) => addFilter({ key, operator: '=', values: [value] })}
        />
      );
    case 'chart':
      return <ChartWithLegend drawing={drawing} title={title} onRange={onRange} />;
  }
}

interface ChartProps {
  drawing: ChartDrawing;
  title: string;
  onRange: OnRange | undefined;
}

function ChartWithLegend({ drawing, title, onRange }: ChartProps) {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [choices, setChoices] = useState<readonly ValueLink[]>([]);
  const toggle = (series: string): void => {
    const next = new Set(hidden);
    if (!next.delete(series)) next.add(series);
    setHidden(next);
  };
  const open = useCallback((links: readonly ValueLink[]): void => {
    const [first] = links;
    if (links.length === 1 && first !== undefined && !first.newTab) navigate(first.url);
    else setChoices(links);
  }, []);
  return (
    <div className={drawing.legendPlacement === 'right' ? 'chart-right' : 'chart-bottom'}>
      <Chart drawing={drawing} hidden={hidden} onFollow={open} onRange={onRange} />
      <Legend drawing={drawing} hidden={hidden} onToggle={toggle} />
      {drawing.scale && <ColorScale scale={drawing.scale} />}
      <Dialog opened={choices.length > 0} onClose={() => setChoices([])} title={title}>
        <Stack gap="xs">
          {choices.map(({ title: name, url, newTab }) => (
            <Anchor
              key={`${name} ${url}`}
              href={url}
              // It may lead to the board that this stands on.
              onClick={(event) => {
                follow(event);
                setChoices([]);
              }}
              {...(newTab ? { target: '_blank', rel: 'noreferrer' } : {})}
            >
              {name}
            </Anchor>
          ))}
        </Stack>
      </Dialog>
    </div>
  );
}
