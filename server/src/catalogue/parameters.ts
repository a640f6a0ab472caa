/** What a question may set of a metric. */
interface ParameterDeclaration {
  readonly description: string;
  /** What the number is given in. */
  readonly unit: 'seconds' | 'percent' | 'count';
  /** What it must be, in words. */
  readonly bounds: string;
  readonly allows: (value: number) => boolean;
  /** The number as expressions over facts use it: milliseconds, fractions, counts. */
  readonly stored: (value: number) => number;
  /** Where neither the question nor the metric says it; absent where the tenant's settings do. */
  readonly fallback?: number;
}

const ofSeconds = {
  unit: 'seconds',
  bounds: '0 to 86400 seconds',
  allows: (value: number) => value >= 0 && value <= 86_400,
  stored: (value: number) => value * 1000,
} as const;

/** Everything that metrics may depend on beside facts. */
export const parameters = {
  threshold: { description: 'Answered within so many seconds is in time.', ...ofSeconds },
  shortAbandon: { description: 'Who leaves sooner is not counted as abandoned.', ...ofSeconds },
  percentile: {
    description: 'The value that so many percent of the facts do not exceed.',
    unit: 'percent',
    bounds: 'more than 0 and less than 100',
    allows: (value: number) => value > 0 && value < 100,
    stored: (value: number) => value / 100,
    fallback: 50,
  },
  minCount: {
    description: 'What occurs less often is not named.',
    unit: 'count',
    bounds: 'a whole number from 1 to 1000000',
    allows: (value: number) => Number.isInteger(value) && value >= 1 && value <= 1_000_000,
    stored: (value: number) => value,
  },
} as const satisfies Readonly<Record<string, ParameterDeclaration>>;

export type ParameterName = keyof typeof parameters;

/** Those whose values are settings of the tenant where a question does not give them. */
export type TenantParameter = {
  [Name in ParameterName]: (typeof parameters)[Name] extends { readonly fallback: number } ? never : Name;
}[ParameterName];

/** Those that each metric declares itself. */
export type OwnParameter = Exclude<ParameterName, TenantParameter>;

export const parameterNames = Object.keys(parameters) as ParameterName[];

const declarations: Readonly<Record<ParameterName, ParameterDeclaration>> = parameters;

/** The declaration of a parameter. */
export function parameter(name: ParameterName): ParameterDeclaration {
  return declarations[name];
}

export function isParameter(name: string): name is ParameterName {
  return Object.hasOwn(parameters, name);
}
