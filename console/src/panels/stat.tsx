import type { StatModel, StatTile } from '@switchboard/viz';
import { letterSizes } from './letter-sizes.js';
import { Linked } from './value-link.js';

/** Numbers to be read from afar, with a small line of what they were. */
export function Stat({ model: { tiles, orientation, titleSize, valueSize } }: { model: StatModel }) {
  // Numbers beside one another are of one size, which the longest decides.
  const letters = Math.max(1, ...tiles.map(({ text }) => text.length));
  const sizes = { ...letterSizes({ titleSize, valueSize }), '--letters': letters } as React.CSSProperties;
  return (
    <dl className={orientation === 'horizontal' ? 'stat column' : 'stat'} style={sizes}>
      {tiles.map((tile, i) => (
        <div key={`${tile.name} ${i}`} className="stat-tile">
          {tile.showName && <dt>{tile.name}</dt>}
          <dd style={{ '--value': tile.color } as React.CSSProperties}>
            <Linked links={tile.links} label={`${tile.name} ${tile.text}`}>
              {tile.text}
            </Linked>
          </dd>
          {tile.sparkline && <Sparkline {...tile.sparkline} />}
        </div>
      ))}
    </dl>
  );
}

const WIDTH = 100;
const HEIGHT = 24;

/** A line without a scale: the number beside it says how much it is. */
function Sparkline({ color, values }: NonNullable<StatTile['sparkline']>) {
  const known = values.flatMap((value) => (value === null ? [] : [value]));
  if (known.length < 2) return null;
  const least = Math.min(...known);
  const span = Math.max(...known) - least;
  const step = WIDTH / Math.max(values.length - 1, 1);
  let pen = 'M';
  const path = values
    .map((value, i) => {
      if (value === null) {
        pen = 'M';
        return '';
      }
      const y = span === 0 ? HEIGHT / 2 : HEIGHT - 1 - ((value - least) / span) * (HEIGHT - 2);
      const point = `${pen}${(i * step).toFixed(1)} ${y.toFixed(1)}`;
      pen = 'L';
      return point;
    })
    .join('');
  return (
    <svg className="sparkline" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden>
      <path d={path} fill="none" stroke={color} strokeWidth="1.5" vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
