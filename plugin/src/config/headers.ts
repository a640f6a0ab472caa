import type { SwitchboardSecrets } from '../settings';
import type { Options } from './edit';

/** A header that every request carries. Its value is a secret: the browser sees it only until it is saved. */
export interface Header {
  name: string;
  value: string;
  /** The number under which Grafana has the value stored; undefined where a value has to be entered. */
  storedAs?: number;
}

const NAME = /^httpHeaderName(\d+)$/;

/** The headers of a data source, in the order of their numbers. */
export function readHeaders({ jsonData, secureJsonFields, secureJsonData }: Options): Header[] {
  return Object.entries(jsonData)
    .flatMap(([key, name]) => {
      const number = Number(NAME.exec(key)?.[1]);
      return number > 0 && typeof name === 'string' ? [{ number, name }] : [];
    })
    .sort((one, other) => one.number - other.number)
    .map(({ number, name }) => {
      const value = secureJsonData?.[`httpHeaderValue${number}`] ?? '';
      return secureJsonFields?.[`httpHeaderValue${number}`] ? { name, value, storedAs: number } : { name, value };
    });
}

/**
 * Numbers the headers anew, without a gap, since the backend stops at the first. A stored value cannot be read and so
 * cannot move: where its number changes it has to be entered again.
 */
export function placed(headers: Header[]): Header[] {
  return headers.map(({ name, value, storedAs }, index) =>
    storedAs === index + 1 ? { name, value, storedAs } : { name, value },
  );
}

/** Settings with these headers in place of those that there were. One without a name is not saved. */
export function withHeaders(options: Options, headers: Header[]): Options {
  const named = placed(headers.filter(({ name }) => name !== ''));
  const names: Record<string, string | undefined> = {};
  const values: SwitchboardSecrets = {};
  const stored: Record<string, boolean> = {};
  for (let number = 1; number <= Math.max(named.length, readHeaders(options).length); number += 1) {
    const header = named[number - 1];
    names[`httpHeaderName${number}`] = header?.name;
    values[`httpHeaderValue${number}`] = header?.storedAs === undefined ? header?.value : undefined;
    stored[`httpHeaderValue${number}`] = header?.storedAs !== undefined;
  }
  return {
    ...options,
    jsonData: { ...options.jsonData, ...names },
    secureJsonData: { ...options.secureJsonData, ...values },
    secureJsonFields: { ...options.secureJsonFields, ...stored },
  };
}
