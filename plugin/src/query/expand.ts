import type { ScopedVars, TypedVariableModel } from '@grafana/data';
import type { TemplateSrv } from '@grafana/runtime';

/** The part of Grafana's template service that is used here. */
export type Templates = Pick<TemplateSrv, 'replace' | 'getVariables' | 'containsTemplate'>;

interface Expanded {
  values: string[];
  /** A variable whose choice is All; its values are then all that it offers, or its own word for all. */
  all: boolean;
}

const ALL = '$__all';
const WHOLE_VARIABLE = /^(?:\$(\w+)|\$\{(\w+)\}|\[\[(\w+)\]\])$/;

/**
 * The values of a text. One that is nothing but a variable becomes the variable's values as a list, so that no value is
 * ever cut at a comma or quoted; any other text is filled in by Grafana's own rules and stays one value.
 */
export function expand(text: string, templates: Templates, scopedVars?: ScopedVars): Expanded {
  const name = variableName(text);
  if (name === undefined) return { values: [templates.replace(text, scopedVars)], all: false };
  let given: unknown;
  const replaced = templates.replace(text, scopedVars, (value: unknown) => {
    given = value;
    return '';
  });
  const values = given === undefined ? [replaced] : (Array.isArray(given) ? given : [given]).map(String);
  // A repeated panel holds one value of a variable whose choice is All: it comes as plain text and is meant.
  return { values, all: typeof given !== 'string' && choosesAll(name, templates.getVariables()) };
}

function variableName(text: string): string | undefined {
  const match = WHOLE_VARIABLE.exec(text.trim());
  return match?.[1] ?? match?.[2] ?? match?.[3];
}

function choosesAll(name: string, variables: TypedVariableModel[]): boolean {
  const variable = variables.find((candidate) => candidate.name === name);
  if (variable === undefined || !('current' in variable) || !('value' in variable.current)) return false;
  const { value } = variable.current;
  return value === ALL || (Array.isArray(value) && value[0] === ALL);
}
