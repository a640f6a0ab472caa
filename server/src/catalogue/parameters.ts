/** What a question may set of a metric. */
interface ParameterDeclaration {
  readonly description: string;
  /** What the number is given in. */
  readonly unit: 'seconds' | 'percent' | 'count';
  readonly min: number;
  readonly max: number;
  /** Neither of the two itself. */
  readonly exclusive?: true;
  readonly whole?: true;
  /** The number as expressions over facts use it: milliseconds, fractions, counts. */
  readonly stored: (value: number) => number;
  /** Where neither the question nor the metric says it; absent where the tenant's settings do. */
  readonly fallback?: number;
}

const ofSeconds = { unit: 'seconds', min: 0, max: 86_400, stored: (value: number) => value * 1000 } as const;

/** Everything that metrics may depend on beside facts. */
export const parameters = {
  threshold: { description: 'Answered within so many seconds is in time.', ...ofSeconds },
  shortAbandon: { description: 'Who leaves sooner is not counted as abandoned.', ...ofSeconds },
  percentile: {
    description: 'The value that so many percent of the facts do not exceed.',
    unit: 'percent',
    min: 0,
    max: 100,
    exclusive: true,
    stored: (value: number) => value / 100,
    fallback: 50,
  },
  minCount: {
    description: 'What occurs less often is not named.',
    unit: 'count',
    min: 1,
    max: 1_000_000,
    whole: true,
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

/** Whether the name is that of a parameter. */
export function isParameter(name: string): name is ParameterName {
  return Object.hasOwn(parameters, name);
}

/** Whether the parameter may have the value. */
export function allows(name: ParameterName, value: number): boolean {
  const { min, max, exclusive, whole } = parameter(name);
  const within = exclusive ? value > min && value < max : value >= min && value <= max;
  return within && (!whole || Number.isInteger(value));
}

/** What the parameter's value must be, in words. */
export function boundsOf(name: ParameterName): string {
  const { unit, min, max, exclusive, whole } = parameter(name);
  if (exclusive) return `more than ${min} and less than ${max}`;
  return `${whole ? 'a whole number from ' : ''}${min} to ${max}${unit === 'seconds' ? ' seconds' : ''}`;
}
