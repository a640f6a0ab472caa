import type { ColorScale as Scale } from '@switchboard/viz';

/** What the colours of a heatmap mean, from the least number to the most. */
export function ColorScale({ scale: { colors, least, most } }: { scale: Scale }) {
  const style = { '--scale': `linear-gradient(to right, ${colors.join(', ')})` } as React.CSSProperties;
  return (
    <div className="color-scale">
      <span>{least}</span>
      <span className="color-scale-bar" style={style} aria-hidden />
      <span>{most}</span>
    </div>
  );
}
