import { kinds } from '../../../src/facts/kinds.js';
import { fill, type KnownRoute } from './known-routes.js';

/** One request with a payload in one place. */
export interface Injected {
  readonly where: string;
  readonly path: string;
  readonly body: unknown;
  readonly headers: Record<string, string>;
}

const HEADERS = [
  'accept', 'accept-encoding', 'accept-language', 'authorization', 'content-encoding', 'content-type', 'cookie', 'forwarded',
  'if-none-match', 'origin', 'range', 'referer', 'traceparent', 'user-agent', 'x-forwarded-for', 'x-forwarded-host',
  'x-http-method-override', 'x-request-id',
]; // prettier-ignore

/** Every place of a route where a sender can put a text, each with that payload in it. */
export function* injected(route: KnownRoute, payload: string): Generator<Injected> {
  const { template, path, body, ids, parameters } = route;
  const encoded = encode(payload);
  for (const id of ids) {
    const others = Object.fromEntries(ids.map((name, i) => [name, path.split('/').at(-1 - i) ?? '']));
    yield { where: `path {${id}}`, path: fill(template, { ...others, [id]: encoded && payload.toWellFormed() }), body, headers: {} }; // prettier-ignore
  }
  for (const parameter of [...parameters, 'unknown']) {
    yield { where: `query ${parameter}`, path: `${path}?${parameter}=${encoded}`, body, headers: {} };
  }
  if (body !== undefined) {
    for (const [where, changed] of bodies(body, payload)) yield { where, path, body: changed, headers: {} };
  }
  if (!isHeaderValue(payload)) return;
  for (const header of HEADERS) yield { where: `header ${header}`, path, body, headers: { [header]: payload } };
}

/** A record of every kind with the payload in every one of its fields, as few bodies. */
export function injectedRecords(payload: string, number: number): unknown[] {
  return [...kinds.values()].flatMap((kind) =>
    [...kind.fields.keys(), 'id', 'source', 'labels'].map((field, i) => ({
      kind: kind.name,
      id: `injected-${number}-${i}`,
      [field]: field === 'labels' ? { [payload]: payload } : payload,
    })),
  );
}

const encode = (payload: string): string => encodeURIComponent(payload.toWellFormed());

/** What the HTTP client lets through; the rest is for raw sockets. */
const isHeaderValue = (payload: string): boolean => /^[\t\x20-\x7e]*$/.test(payload);

/** The body with the payload instead of each of its texts, instead of each value, and as the name of a member. */
function* bodies(value: unknown, payload: string, where = 'body'): Generator<[string, unknown]> {
  yield [where, payload];
  if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) {
      for (const [place, changed] of bodies(item, payload, `${where}[${i}]`)) yield [place, value.with(i, changed)];
    }
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [name, member] of Object.entries(value)) {
    for (const [place, changed] of bodies(member, payload, `${where}.${name}`)) {
      yield [place, { ...value, [name]: changed }];
    }
  }
  const extended = JSON.parse(`{${JSON.stringify(payload)}:{"polluted":true}}`) as object;
  yield [`${where} + member`, Object.assign(Object.create(null), value, ownMembers(extended))];
}

/** Members as they are, one called __proto__ too. */
function ownMembers(object: object): object {
  return Object.defineProperties(Object.create(null) as object, Object.getOwnPropertyDescriptors(object));
}
