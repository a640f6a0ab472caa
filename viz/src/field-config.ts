import type { Override } from './dashboard.js';
import { at } from './read.js';

/** A panel's field config as it was saved. */
export interface SavedFieldConfig {
  readonly defaults: Readonly<Record<string, unknown>>;
  readonly overrides: readonly Override[];
}

/** JSON cannot say minus infinity, where a panel's first threshold begins: it is saved as null. */
export function withLowestThreshold({ defaults, overrides }: SavedFieldConfig): SavedFieldConfig {
  return {
    defaults: 'thresholds' in defaults ? { ...defaults, thresholds: lowest(defaults['thresholds']) } : defaults,
    overrides: overrides.map((override) => ({
      ...override,
      properties: override.properties.map((property) =>
        property.id === 'thresholds' ? { ...property, value: lowest(property.value) } : property,
      ),
    })),
  };
}

function lowest(thresholds: unknown): unknown {
  const steps = at(thresholds, 'steps');
  if (typeof thresholds !== 'object' || !Array.isArray(steps)) return thresholds;
  return {
    ...thresholds,
    steps: steps.map((step: unknown) =>
      typeof step === 'object' && step !== null && at(step, 'value') == null ? { ...step, value: -Infinity } : step,
    ),
  };
}
