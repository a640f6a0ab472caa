import type { Dashboard, Panel } from '@switchboard/viz';
import { type CSSProperties, useState } from 'react';
import { useSpeech } from '../../i18n/LanguageProvider.js';
import { PanelView } from '../../panels/panel-view.js';
import { ErrorBoundary } from '../../app/error-boundary.js';

/** A row of the board with the panels that stand under it; the first may have no row. */
export interface Section {
  readonly row: Panel | undefined;
  readonly panels: readonly Panel[];
}

/** The board's panels by the row that they stand under, in reading order. */
export function sectionsOf(panels: readonly Panel[]): Section[] {
  const inOrder = [...panels].sort((a, b) => a.gridPos.y - b.gridPos.y || a.gridPos.x - b.gridPos.x);
  const sections: { row: Panel | undefined; panels: Panel[] }[] = [];
  for (const panel of inOrder) {
    const last = sections.at(-1);
    if (panel.type === 'row') sections.push({ row: panel, panels: [...(panel.panels ?? [])] });
    else if (last === undefined) sections.push({ row: undefined, panels: [panel] });
    else last.panels.push(panel);
  }
  return sections;
}

/** The board's rows one under the other; a closed one draws nothing, so that it asks nothing. */
export function Sections({ dashboard }: { dashboard: Dashboard }) {
  const { t } = useSpeech();
  return sectionsOf(dashboard.panels).map(({ row, panels }) =>
    row === undefined ? (
      <section key="top" aria-labelledby="row-top">
        <h2 className="visually-hidden" id="row-top">
          {t('board.summary')}
        </h2>
        <Grid panels={panels} />
      </section>
    ) : (
      <Row key={row.id} row={row} panels={panels} />
    ),
  );
}

function Row({ row, panels }: { row: Panel; panels: readonly Panel[] }) {
  const [isOpen, setOpen] = useState(row.collapsed !== true);
  const id = `row-${row.id}`;
  return (
    <section aria-labelledby={id}>
      <h2 className="row-title" id={id}>
        <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {row.title}
        </button>
      </h2>
      {isOpen && <Grid panels={panels} />}
    </section>
  );
}

/** Panels on the grid of 24 columns as the board says; narrow screens stack them. */
function Grid({ panels }: { panels: readonly Panel[] }) {
  const top = Math.min(...panels.map(({ gridPos }) => gridPos.y));
  const inOrder = [...panels].sort((a, b) => a.gridPos.y - b.gridPos.y || a.gridPos.x - b.gridPos.x);
  return (
    <div className="grid">
      {inOrder.map((panel) => {
        const { x, y, w, h } = panel.gridPos;
        const place = {
          '--column': `${x + 1} / span ${w}`,
          '--row': `${y - top + 1} / span ${h}`,
          '--height': `${h * 38 - 8}px`,
        } as CSSProperties;
        return (
          <div key={panel.id} className="cell" style={place}>
            <ErrorBoundary>
              <PanelView panel={panel} />
            </ErrorBoundary>
          </div>
        );
      })}
    </div>
  );
}
