import type { Dashboard, Panel, RawRange } from '@switchboard/viz';
import { type CSSProperties, useCallback } from 'react';
import { useSpeech } from '../../i18n/LanguageProvider.js';
import { inOrder, sectionsOf } from './section.js';
import { PanelView } from '../../panels/panel-view.js';
import { ErrorBoundary } from '../../app/error-boundary.js';
import type { BoardControl } from './use-board-state.js';

/** The board's rows one under the other; a closed one draws nothing, so that it asks nothing. */
export function Sections({ dashboard, control }: { dashboard: Dashboard; control: BoardControl }) {
  const { t } = useSpeech();
  return sectionsOf(dashboard.panels).map(({ row, panels }) =>
    row === undefined ? (
      <section key="top" aria-labelledby="row-top">
        <h2 className="visually-hidden" id="row-top">
          {t('board.summary')}
        </h2>
        <Grid panels={panels} control={control} />
      </section>
    ) : (
      <Row key={row.id} row={row} panels={panels} control={control} />
    ),
  );
}

function Row({ row, panels, control }: { row: Panel; panels: readonly Panel[]; control: BoardControl }) {
  const isTurned = control.turned.has(String(row.id));
  const isOpen = (row.collapsed !== true) !== isTurned;
  const id = `row-${row.id}`;
  return (
    <section aria-labelledby={id}>
      <h2 className="row-title" id={id}>
        <button type="button" aria-expanded={isOpen} onClick={() => control.turn(String(row.id))}>
          {row.title}
        </button>
      </h2>
      {isOpen && <Grid panels={panels} control={control} />}
    </section>
  );
}

/** Panels on the grid of 24 columns as the board says; narrow screens stack them. */
function Grid({ panels, control: { change } }: { panels: readonly Panel[]; control: BoardControl }) {
  const zoom = useCallback((from: number, to: number) => change({ range: rangeOf(from, to) }), [change]);
  const top = Math.min(...panels.map(({ gridPos }) => gridPos.y));
  return (
    <div className="grid">
      {inOrder(panels).map((panel) => {
        const { x, y, w, h } = panel.gridPos;
        const place = {
          '--column': `${x + 1} / span ${w}`,
          '--row': `${y - top + 1} / span ${h}`,
          '--height': `${h * 38 - 8}px`,
        } as CSSProperties;
        return (
          <div key={panel.id} className="cell" style={place}>
            <ErrorBoundary>
              <PanelView panel={panel} onRange={zoom} />
            </ErrorBoundary>
          </div>
        );
      })}
    </div>
  );
}

/** Times that somebody chose in a chart, as they are written. */
const rangeOf = (from: number, to: number): RawRange => ({
  from: String(Math.round(from)),
  to: String(Math.round(to)),
});
