import { type BoundMetric, parametersOf } from '../catalogue/declare.js';
import {
  allows,
  boundsOf,
  isParameter,
  type OwnParameter,
  parameter,
  type ParameterName,
  parameterNames,
  type TenantParameter,
} from '../catalogue/parameters.js';
import { quoted } from './nearest.js';
import { refuse } from './refuse.js';

type Settings = Readonly<Record<TenantParameter, number>>;

/** What a parameter of a metric is where a query does not say, in the parameter's unit. */
export function defaultOf({ defaults }: BoundMetric, name: ParameterName, settings: Settings): number {
  const set: Partial<Record<ParameterName, number>> = settings;
  return defaults?.[name as OwnParameter] ?? set[name] ?? parameter(name).fallback ?? 0;
}

/**
 * The values of a metric's parameters as expressions over facts use them: what the query gives, else the metric's own, else
 * the tenant's settings or the catalogue's.
 * @throws Problem invalid_request for a parameter that the metric has not, or that is out of its bounds
 */
export function readParameters(
  id: string,
  metric: BoundMetric,
  given: Readonly<Record<string, unknown>>,
  settings: Settings,
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
  const set: Partial<Record<ParameterName, number>> = Object.fromEntries(valid);
  const values = parameterNames.map((name) => {
    return [name, parameter(name).stored(set[name] ?? defaultOf(metric, name, settings))] as const;
  });
  return Object.fromEntries(values) as Record<ParameterName, number>;
}
