/** What a template or an expression would make of the payloads that multiply. */
export const PRODUCT = '7006652';
/** A header that no answer has by itself. */
export const PLANTED = 'x-planted';
/** No answer may take this long, whatever is asked to sleep. */
export const SLEEP_SECONDS = 20;

const SQL = [
  `'`,
  `"`,
  `\\'`,
  `' or '1'='1`,
  `' or 1=1 --`,
  `1 or 1=1`,
  `') or ('1'='1`,
  `'; drop table fact.call; --`,
  `"; drop schema fact cascade; --`,
  `'; update tenant set name = 'owned'; --`,
  `' union select hash from api_key --`,
  `') union all select null, record from quarantine --`,
  `' || (select string_agg(slug, ',') from tenant) || '`,
  `'; select pg_sleep(${SLEEP_SECONDS}); --`,
  `' and pg_sleep(${SLEEP_SECONDS}) is null --`,
  `$1`,
  `$$; drop table quarantine; $$`,
  `'::int`,
  `(select 1/0)`,
  `calls"; reset role; set row_security = off; --`,
  `'; select set_config('app.tenant', '0', false); --`,
  `E'\\x27'`,
  `ʼ or 1=1`,
  `%' or '%'='`,
  `_%`,
  `{"a",NULL}`,
];
const PATTERNS = [
  '(a+)+$',
  '^(([a-z])+.)+[A-Z]([a-z])+$',
  '(?:(?:(?:(?:a*)*)*)*)*b',
  `(${'a?'.repeat(40)})${'a'.repeat(40)}`,
  'a{1,30000}{1,30000}',
  '(',
  '[',
  '*',
  '\\',
  '(?<x>a)\\k<x>',
  '(?=',
  '***=',
  '***:(?i)x',
  '.*',
];
const TEMPLATES = [
  '${1234*5678}',
  '{{1234*5678}}',
  '<%= 1234*5678 %>',
  '#{1234*5678}',
  '{{constructor.constructor("return 1234*5678")()}}',
  '%{1234*5678}',
  '=1234*5678',
  '__proto__',
  'constructor',
  'toString',
  '../../../../etc/passwd',
  '..%2f..%2fetc%2fpasswd',
  'file:///etc/passwd',
  '<script>alert(1)</script>',
  '$(sleep 1)',
  '`id`',
  '{"$ne":null}',
];
const HEADERS = [
  `x\r\n${PLANTED}: yes`,
  `x%0d%0a${PLANTED}: yes`,
  `x\n\n<html>`,
  `x\u0000y`,
  '\ud800',
  '\u202e',
  'x'.repeat(5_000),
  '',
];

/** Everything, the kinds of injection mixed, so that a beginning of the list holds some of each. */
export const INJECTIONS: readonly string[] = [SQL, PATTERNS, TEMPLATES, HEADERS]
  .flatMap((payloads) => payloads.map((payload, i) => ({ payload, place: (i + 0.5) / payloads.length })))
  .sort((a, b) => a.place - b.place)
  .map(({ payload }) => payload);
