import { exploreAddress } from './exploreAddress';

const source = { uid: 'swb', type: 'switchboard' };
const query = { refId: 'A', metrics: ['calls'], filters: [{ key: 'queue', operator: '=', values: ['$5 & more'] }] };
const range = { from: '1', to: '2' };
const pane = { datasource: 'swb', queries: [{ ...query, datasource: source }], range };

/** The panes that an address opens. */
function panes(address: string): unknown {
  const { pathname, searchParams } = new URL(address, 'http://grafana');
  expect([pathname, searchParams.get('schemaVersion')]).toEqual(['/explore', '1']);
  return JSON.parse(searchParams.get('panes') ?? '');
}
const showing = (shown: unknown) => `?orgId=1&panes=${encodeURIComponent(JSON.stringify(shown))}`;

describe('exploreAddress', () => {
  it('opens the query over the range, and holds nothing that Grafana would fill in', () => {
    const address = exploreAddress(source, query, range);
    expect(panes(address)).toEqual({ rec: pane });
    expect(address).not.toContain('$');
  });

  it('keeps a range of words', () => {
    expect(panes(exploreAddress(source, query, { from: 'now-1h', to: 'now' }))).toMatchObject({
      rec: { range: { from: 'now-1h', to: 'now' } },
    });
  });

  it('opens beside the first pane of Explore', () => {
    const number = { datasource: 'swb', queries: [] };
    expect(panes(exploreAddress(source, query, range, showing({ abc: number, rec: pane })))).toEqual({
      abc: number,
      rec: pane,
    });
    expect(panes(exploreAddress(source, query, range, showing({ rec: number })))).toEqual({ rec: number, swb: pane });
  });

  it.each(['', '?panes=', '?panes=[', showing(null)])('stands alone with the address %p', (search) => {
    expect(panes(exploreAddress(source, query, range, search))).toEqual({ rec: pane });
  });
});
