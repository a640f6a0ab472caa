import type { Dashboard, SavedVariable } from './dashboard.js';
import { textAt } from './read.js';

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
  return dashboard.templating.list.flatMap((saved): Variable[] => {
    const { name } = saved;
    const label = saved.label ?? name;
    const initial = initialOf(saved);
    const many = { multi: saved.multi ?? false, includeAll: saved.includeAll ?? false };
    switch (saved.type) {
      case 'query':
        return [
          { type: 'dimension', name, label, dimension: textAt(saved.query, 'dimension', name), ...many, initial },
        ];
      case 'custom':
        return [{ type: 'custom', name, label, options: customOptions(saved.query), ...many, initial }];
      case 'switch':
        return [{ type: 'switch', name, label, initial }];
      case 'adhoc':
        return [{ type: 'adhoc', name, label }];
      case 'datasource':
        return [];
      default:
        throw new Error(`Variables of the type "${saved.type}" are not known here.`);
    }
  });
}

/** What the board starts with: every variable's saved choice. */
export function initialValues(dashboard: Pick<Dashboard, 'templating'>): VariableValues {
  const entries = variablesOf(dashboard).flatMap((variable) =>
    variable.type === 'adhoc' ? [] : [[variable.name, variable.initial] as const],
  );
  return Object.fromEntries(entries);
}

function initialOf({ current, includeAll }: SavedVariable): string[] {
  const value = current?.value;
  const chosen = (Array.isArray(value) ? value : value == null ? [] : [value]).map(String);
  return chosen.length === 0 && includeAll === true ? [ALL] : chosen;
}

/** "label : value, value, …"; a comma of a text is escaped with a backslash. */
function customOptions(query: unknown): VariableOption[] {
  if (typeof query !== 'string') return [];
  return query
    .split(/(?<!\\),/)
    .map((part) => part.trim().replaceAll('\\,', ','))
    .filter((part) => part !== '')
    .map((part) => {
      const match = /^(.+?)\s:\s(.+)$/.exec(part);
      const [, label = part, value = part] = match ?? [];
      return { label: label.trim(), value: value.trim() };
    });
}
