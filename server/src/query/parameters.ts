import { type BoundMetric, parametersOf } from '../catalogue/declare.js';
import {
  allows,
  boundsOf,
  isParameter,
  parameter,
  type ParameterName,
  parameterNames,
  type TenantParameter,
} from '../catalogue/parameters.js';
import { quoted } from './nearest.js';
import { refuse } from './refuse.js';

/**
 * The values of a metric's parameters as expressions over facts use them: what the query gives, else the metric's own, else
 * the tenant's settings or the catalogue's.
 * @throws Problem invalid_request for a parameter that the metric has not, or that is out of its bounds
 */
export function readParameters(
  id: string,
  metric: BoundMetric,
  given: Readonly<Record<string, unknown>>,
  settings: Readonly<Record<TenantParameter, number>>,
): Record<ParameterName, number> {
  const used = parametersOf(metric);
  const valid = Object.entries(given).map(([name, value]): [ParameterName, number] => {
    if (!isParameter(name) || !used.includes(name)) {
      refuse(
        `The metric “${id}” has no parameter “${name}”${used.length > 0 ? `; it has ${quoted(used, 'and')}` : ''}.`,
      );
    }
    if (typeof value !== 'number' || !allows(name, value)) refuse(`The parameter ${name} must be ${boundsOf(name)}.`);
    return [name, value];
  });
  const all: Partial<Record<ParameterName, number>> = { ...settings, ...metric.defaults, ...Object.fromEntries(valid) };
  const values = parameterNames.map((name) => {
    const { stored, fallback = 0 } = parameter(name);
    return [name, stored(all[name] ?? fallback)] as const;
  });
  return Object.fromEntries(values) as Record<ParameterName, number>;
}
