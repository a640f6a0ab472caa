import { describe, expect, it } from '@jest/globals';
import { frame, panel, request, time } from '../test/request.js';
import { toCsv } from './csv.js';

const csv = (...frames: ReturnType<typeof frame>[]) => toCsv(request({ panel: panel({ type: 'table' }), frames }));
const texts = (...values: unknown[]) => frame({ name: 'who', type: 'string', values });

describe('toCsv', () => {
  it('begins with a byte order mark, ends lines with CRLF, quotes what needs it', () => {
    expect(csv(texts('plain', 'a,b', 'say "so"', 'two\nlines', ' led', 'Привет'))).toBe(
      '\ufeffwho\r\nplain\r\n"a,b"\r\n"say ""so"""\r\n"two\nlines"\r\n" led"\r\nПривет\r\n',
    );
  });

  it.each(['=1+1', '+7 495 1234567', '-2', '@SUM(A1)', '|calc', '%x', '\tx', '\r=x', '  =1', '＝1'])(
    'leads %j with an apostrophe',
    (value) => {
      const [, cell = ''] = csv(texts(value)).split(/\r\n(?!=)/);
      expect(cell.replace(/^"/, '')).toMatch(/^'/);
      expect(cell).toContain(value);
    },
  );

  it('leads headings too', () => {
    expect(csv(frame({ name: '=cmd()', values: [1] }))).toBe("\ufeff'=cmd()\r\n1\r\n");
  });

  it('keeps numbers exact, negative ones too', () => {
    const values = [0.1 + 0.2, -1234567.875, 1e21, 1.5e-7, -2.25e-9, 0, null, 9007199254740991];
    const [, ...cells] = csv(frame({ name: 'n', values, config: { unit: 'percent', decimals: 0 } })).split('\r\n');
    expect(cells.slice(0, -1)).toEqual([
      '0.30000000000000004', '-1234567.875', '1000000000000000000000', '0.00000015', '-0.00000000225', '0', '', '9007199254740991',
    ]); // prettier-ignore
    expect(cells.map((cell) => (cell === '' ? null : Number(cell))).slice(0, -1)).toEqual(values);
  });

  it('writes times with the offset of the zone', () => {
    const [, row] = csv(frame(time([Date.parse('2026-11-22T21:30:00.5Z')]))).split('\r\n');
    expect(row).toBe('2026-11-23T00:30:00.500+03:00');
  });

  it('writes what people call the values', () => {
    const mappings = [{ type: 'value', options: { web: { text: 'Web' }, '': { text: 'unknown' } } }];
    expect(csv(frame({ name: 'channel', type: 'string', values: ['web', ''], config: { mappings } }))).toBe(
      '\ufeffchannel\r\nWeb\r\nunknown\r\n',
    );
  });

  it('puts series that have their own times side by side', () => {
    const one = frame(time([0, 3_600_000]), { name: 'a', values: [1, 2] });
    const two = frame(time([3_600_000, 7_200_000]), { name: 'b', values: [5, 6] });
    expect(csv(one, two).split('\r\n')).toEqual([
      '\ufeffTime,a,b',
      '1970-01-01T03:00:00.000+03:00,1,',
      '1970-01-01T04:00:00.000+03:00,2,5',
      '1970-01-01T05:00:00.000+03:00,,6',
      '',
    ]);
  });
});
