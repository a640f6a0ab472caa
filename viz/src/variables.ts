import type { Dashboard, Target } from './dashboard.js';

/** The choice that sends no filter. */
export const ALL = '$__all';

/** What is chosen, by the variable's name; [ALL] is All. */
export type VariableValues = Readonly<Record<string, readonly string[]>>;

/** A filter that the reader added; no values mean no filter. Operators are the service's own: = != =| !=| =~ !~. */
export interface AdHocFilter {
  readonly key: string;
  readonly operator: string;
  readonly values: readonly string[];
}

export interface VariableOption {
  readonly value: string;
  readonly label: string;
}

/** A variable as a control above the board. */
export type Variable =
  | {
      /** Choices are the values of a dimension: GET /api/v1/dimensions/{dimension}/values. */
      readonly type: 'dimension';
      readonly name: string;
      readonly label: string;
      readonly dimension: string;
      readonly multi: boolean;
      readonly includeAll: boolean;
      readonly initial: readonly string[];
    }
  | {
      readonly type: 'custom';
      readonly name: string;
      readonly label: string;
      readonly options: readonly VariableOption[];
      readonly multi: boolean;
      readonly includeAll: boolean;
      readonly initial: readonly string[];
    }
  | { readonly type: 'switch'; readonly name: string; readonly label: string; readonly initial: readonly string[] }
  | { readonly type: 'adhoc'; readonly name: string; readonly label: string };

/** The controls of a board in its order; the choice of a data source is Grafana's alone. */
export function variablesOf(dashboard: Pick<Dashboard, 'templating'>): Variable[] {
  void dashboard;
  throw new Error('not yet');
}

/** What the board starts with: every variable's first choice. */
export function initialValues(dashboard: Pick<Dashboard, 'templating'>): VariableValues {
  void dashboard;
  throw new Error('not yet');
}

/** The question as the service is asked it: variables filled in as lists, All as no filter, ad-hoc filters added as optional. */
export function applyVariables(target: Target, values: VariableValues, adHoc: readonly AdHocFilter[] = []): Target {
  void values;
  void adHoc;
  return target;
}
