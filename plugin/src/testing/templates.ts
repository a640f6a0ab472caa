import type { ScopedVars, TypedVariableModel } from '@grafana/data';
import type { Templates } from '../query/expand';

type Value = string | string[];
type Formatter = (value: Value) => string;

const REFERENCE = /\$(\w+)|\$\{(\w+)(?::(\w+))?\}|\[\[(\w+)\]\]/g;

/**
 * Plays Grafana's template service as it was seen to work: a formatter is handed strings or lists, an explicit format in the
 * text beats it, "All" hands over every option, and an unknown variable stays as it is.
 */
export function fakeTemplates(variables: Record<string, { value: Value; options?: string[] }>): Templates {
  const valueOf = (name: string, scopedVars?: ScopedVars): Value | undefined => {
    const scoped: unknown = scopedVars?.[name]?.value;
    if (typeof scoped === 'string' || Array.isArray(scoped)) return scoped;
    const variable = variables[name];
    return variable && [variable.value].flat()[0] === '$__all' ? variable.options : variable?.value;
  };
  return {
    replace: (target = '', scopedVars, format) =>
      target.replace(REFERENCE, (match: string, plain?: string, braced?: string, own?: string, bracketed?: string) => {
        const value = valueOf(plain ?? braced ?? bracketed ?? '', scopedVars);
        if (value === undefined) return match;
        if (typeof format === 'function' && own === undefined) return (format as Formatter)(value);
        return written(value, own ?? format);
      }),
    containsTemplate: (target = '') => target.search(REFERENCE) >= 0,
    getVariables: () =>
      Object.entries(variables).map(
        ([name, { value }]) => ({ type: 'custom', name, current: { value, text: value } }) as TypedVariableModel,
      ),
  };
}

function written(value: Value, format: unknown): string {
  if (format === 'csv') return [value].flat().join(',');
  const escaped = (text: string) => (format === 'regex' ? text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&') : text);
  if (typeof value === 'string') return escaped(value);
  if (value.length === 1) return escaped(value[0] ?? '');
  return format === 'regex' ? `(${value.map(escaped).join('|')})` : `{${value.join(',')}}`;
}
