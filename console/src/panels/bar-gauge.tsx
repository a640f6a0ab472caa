import type { BarGaugeModel } from '@switchboard/viz';
import { letterSizes } from './letter-sizes.js';
import { Linked } from './value-link.js';

/** Bars under one another, the value behind each. */
export function BarGauge({
  model: { bars, maxBarHeight, minBarHeight, minBarWidth, titleSize, valueSize },
  label,
}: {
  model: BarGaugeModel;
  label: string;
}) {
  const sizes = {
    ...letterSizes({ titleSize, valueSize }),
    '--bar-most': `${maxBarHeight}px`,
    '--bar-least': `${minBarHeight}px`,
    '--bar-width': `${minBarWidth}px`,
  } as React.CSSProperties;
  return (
    <div className="bar-gauge" style={sizes} tabIndex={0} role="group" aria-label={label}>
      <table>
        <tbody>
          {bars.map(({ name, text, share, color, edge, textColor, links }, i) => (
            <tr key={`${name} ${i}`}>
              <th scope="row" title={name}>
                {name}
              </th>
              <td className="bar-track">
                <span
                  className="bar"
                  style={{ '--share': `${share * 100}%`, '--mark': color, '--edge': edge } as React.CSSProperties}
                />
              </td>
              <td className="bar-value" style={{ '--value': textColor } as React.CSSProperties}>
                <Linked links={links} label={`${name} ${text}`}>
                  {text}
                </Linked>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
