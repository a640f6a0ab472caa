import { type ChartDrawing, drawPanel, type DrawRequest, type ValueLink } from '@switchboard/viz';
import { Stack, Text } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import { Dialog } from '../app/dialog.js';
import { follow, navigate } from '../app/router.js';
import { useSpeech } from '../i18n/LanguageProvider.js';
import { useBoard } from '../pages/board/board-context.js';
import { asTable as tableOf } from './as-table.js';
import { BarGauge } from './bar-gauge.js';
import { Chart } from './chart.js';
import { Legend } from './legend.js';
import { Stat } from './stat.js';
import { Table } from './table.js';

interface Size {
  width: number;
  height: number;
}

/** What a panel shows, drawn from its frames. */
export function Drawn({ request, asTable }: { request: DrawRequest; asTable: boolean }) {
  const { t } = useSpeech();
  const { addFilter } = useBoard();
  const [size, setSize] = useState<Size>();
  const resize = useCallback(
    (now: Size) => setSize((before) => (before?.width === now.width && before.height === now.height ? before : now)),
    [],
  );
  const drawing = useMemo(
    () => drawPanel({ ...request, ...(asTable ? tableOf(request.panel, request.frames) : {}), ...size }),
    [request, asTable, size],
  );
  if (drawing.empty) {
    return (
      <div className="panel-body nothing" data-empty>
        <span aria-hidden>–</span>
        <Text size="xs" c="dimmed">
          {t('panel.emptyReason')}
        </Text>
      </div>
    );
  }
  const label = request.panel.title ?? '';
  switch (drawing.kind) {
    case 'stat':
      return (
        <div className="panel-body">
          <Stat model={drawing.model} />
        </div>
      );
    case 'bargauge':
      return (
        <div className="panel-body">
          <BarGauge model={drawing.model} label={label} />
        </div>
      );
    case 'table':
      return (
        <div className="panel-body">
          <Table
            model={drawing.model}
            label={label}
            onFilter={(key, value) => addFilter({ key, operator: '=', values: [value] })}
          />
        </div>
      );
    case 'chart':
      return <ChartWithLegend drawing={drawing} onSize={resize} />;
  }
}

function ChartWithLegend({ drawing, onSize }: { drawing: ChartDrawing; onSize: (size: Size) => void }) {
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
  const title = drawing.label.split(',')[0];
  return (
    <div className={drawing.legendPlacement === 'right' ? 'panel-body chart-right' : 'panel-body chart-bottom'}>
      <Chart drawing={drawing} hidden={hidden} onSize={onSize} onFollow={open} />
      <Legend drawing={drawing} hidden={hidden} onToggle={toggle} />
      <Dialog opened={choices.length > 0} onClose={() => setChoices([])} title={title}>
        <Stack gap="xs">
          {choices.map(({ title, url, newTab }) => (
            <a
              key={`${title} ${url}`}
              href={url}
              onClick={follow}
              {...(newTab ? { target: '_blank', rel: 'noreferrer' } : {})}
            >
              {title}
            </a>
          ))}
        </Stack>
      </Dialog>
    </div>
  );
}
