import type { ChartDrawing, LegendItem } from '@switchboard/viz';
import { useSpeech } from '../i18n/LanguageProvider.js';

interface Props {
  drawing: ChartDrawing;
  hidden: ReadonlySet<string>;
  onToggle: (series: string) => void;
}

/** What the colours mean; a name takes its series out of the chart and back in. */
export function Legend({ drawing: { legend, legendMode }, hidden, onToggle }: Props) {
  const { t } = useSpeech();
  if (legend.length === 0) return null;
  if (legendMode === 'list') {
    return (
      <ul className="legend" aria-label={t('panel.legend')}>
        {legend.map((item) => (
          <li key={item.series}>
            <Entry item={item} isHidden={hidden.has(item.series)} onToggle={onToggle} />
            {item.values.map(({ told, text }) => (
              <span key={told} className="legend-value">
                {t(`panel.told.${told}`)}: {text}
              </span>
            ))}
          </li>
        ))}
      </ul>
    );
  }
  return (
    <div className="legend-table" tabIndex={0} role="group" aria-label={t('panel.legend')}>
      <table>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{t('panel.legend')}</span>
            </th>
            {legend[0]?.values.map(({ told }) => (
              <th key={told} scope="col">
                {t(`panel.told.${told}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {legend.map((item) => (
            <tr key={item.series}>
              <th scope="row">
                <Entry item={item} isHidden={hidden.has(item.series)} onToggle={onToggle} />
              </th>
              {item.values.map(({ told, text }) => (
                <td key={told}>{text}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface EntryProps {
  item: LegendItem;
  isHidden: boolean;
  onToggle: (series: string) => void;
}

function Entry({ item: { series, name, color, edge, dashed }, isHidden, onToggle }: EntryProps) {
  return (
    <button type="button" className="legend-entry" aria-pressed={!isHidden} onClick={() => onToggle(series)}>
      <span
        className={dashed ? 'legend-mark dashed' : 'legend-mark'}
        style={{ '--mark': color, '--edge': edge } as React.CSSProperties}
        aria-hidden
      />
      {name}
    </button>
  );
}
