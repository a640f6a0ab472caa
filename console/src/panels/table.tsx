import { OTHERS, sortRows, type TableCell, type TableColumn, type TableModel } from '@switchboard/viz';
import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useSpeech } from '../i18n/LanguageProvider.js';
import { Icon } from './icons.js';
import { Linked } from './value-link.js';

const SHOWN_AT_FIRST = 100;

interface Props {
  model: TableModel;
  label: string;
  onFilter: (key: string, value: string) => void;
}

/** Rows that can be sorted by each column; cells that links, bars and colours say more with. */
export function Table({ model: { columns, rows, sort }, label, onFilter }: Props) {
  const { t } = useSpeech();
  const [chosen, setChosen] = useState(sort);
  const [most, setMost] = useState(SHOWN_AT_FIRST);
  const sorted = useMemo(() => sortRows(rows, chosen), [rows, chosen]);
  return (
    <div className="table" tabIndex={0} role="group" aria-label={label}>
      <table>
        <thead>
          <tr>
            {columns.map((column, i) => {
              const isHere = chosen?.column === i;
              const order = !isHere ? 'none' : chosen.descending ? 'descending' : 'ascending';
              return (
                <th key={column.key + String(i)} scope="col" aria-sort={order} style={columnStyle(column)}>
                  <button
                    type="button"
                    className="plain-button"
                    title={column.description ?? undefined}
                    aria-label={t('panel.sortBy', { column: column.title })}
                    onClick={() =>
                      setChosen({ column: i, descending: isHere ? !chosen.descending : column.type === 'number' })
                    }
                  >
                    {column.title}
                    <span aria-hidden>{isHere ? (chosen.descending ? ' ↓' : ' ↑') : ''}</span>
                  </button>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {sorted.slice(0, most).map((row, i) => (
            <tr key={i}>
              {row.map((cell, j) => {
                const column = columns[j];
                return column && <Cell key={column.key + String(j)} column={column} cell={cell} onFilter={onFilter} />;
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {sorted.length > most && (
        <Button size="compact-xs" variant="default" m={4} onClick={() => setMost(most + SHOWN_AT_FIRST * 5)}>
          {t('panel.moreRows')}
        </Button>
      )}
    </div>
  );
}

function Cell({ column, cell, onFilter }: { column: TableColumn; cell: TableCell; onFilter: Props['onFilter'] }) {
  const { t } = useSpeech();
  const { text, value, color, gauge, links } = cell;
  const { filterKey } = column;
  const style = { ...columnStyle(column), ...(color === null ? {} : { '--value': color }) } as React.CSSProperties;
  return (
    <td style={style} className={column.wrap ? 'wraps' : undefined}>
      {gauge && (
        <span className="cell-track" aria-hidden>
          <span
            className="bar"
            style={
              { '--share': `${gauge.share * 100}%`, '--mark': gauge.color, '--edge': gauge.edge } as React.CSSProperties
            }
          />
        </span>
      )}
      <Linked links={links} label={text}>
        {text}
      </Linked>
      {filterKey !== null && value !== null && value !== OTHERS && (
        <button
          type="button"
          className="cell-filter"
          aria-label={t('panel.filterFor', { value: text })}
          title={t('panel.filterFor', { value: text })}
          onClick={() => onFilter(filterKey, String(value))}
        >
          <Icon name="filter" />
        </button>
      )}
    </td>
  );
}

function columnStyle({ align, width, minWidth }: TableColumn): React.CSSProperties {
  return {
    textAlign: align,
    ...(width === null ? {} : { width, minWidth: width }),
    ...(minWidth === null ? {} : { minWidth }),
  };
}
