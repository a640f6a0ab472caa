import { expect, test } from '@grafana/plugin-e2e';
import type { APIRequestContext } from '@playwright/test';
import { rehearse } from './demo';

interface ListedRule {
  uid: string;
  name: string;
  health: string;
  state: string;
  lastError?: string;
  annotations?: Record<string, string>;
  alerts?: Array<{ state: string; labels: Record<string, string>; annotations: Record<string, string> }>;
}

interface ProvisionedRule {
  uid: string;
  for: string;
  data: Array<{ relativeTimeRange: { from: number; to: number }; model: Record<string, unknown> }>;
  [field: string]: unknown;
}

const PROVISIONED = 'switchboard-';

async function rules(request: APIRequestContext): Promise<ListedRule[]> {
  const answer = await request.get('/api/prometheus/grafana/api/v1/rules');
  const { data } = (await answer.json()) as { data: { groups: Array<{ rules: ListedRule[] }> } };
  return data.groups.flatMap((group) => group.rules);
}

test.describe('alert rules', () => {
  test('all that are provisioned can be evaluated', async ({ request }) => {
    test.setTimeout(400_000);
    const listed = async () => (await rules(request)).filter(({ uid }) => uid.startsWith(PROVISIONED));
    // The slowest group is looked at every five minutes.
    await expect
      .poll(async () => (await listed()).filter(({ health }) => health === 'unknown').length, { timeout: 360_000 })
      .toBe(0);
    expect((await listed()).length).toBeGreaterThanOrEqual(13);
    expect(
      (await listed()).filter(({ health }) => health !== 'ok').map(({ name, lastError }) => [name, lastError]),
    ).toEqual([]);
  });

  test('have a page each that says what to do', async ({ page, request }) => {
    const provisioned = (await rules(request)).filter(({ uid }) => uid.startsWith(PROVISIONED));
    expect(provisioned.length).toBeGreaterThan(0);
    for (const address of new Set(provisioned.map(({ annotations }) => annotations?.runbook_url ?? ''))) {
      // The rules have whole addresses, which this Grafana need not have.
      await page.goto(new URL(address).pathname);
      await expect(page.getByRole('heading', { name: 'What to do' })).toBeVisible();
    }
  });

  test('a new one asks what its editor shows', async ({ page }) => {
    await page.goto('/alerting/new/alerting');
    await expect(page.locator('#metric-A-0')).toHaveValue('Calls');
    const asked = page.waitForRequest('**/api/v1/eval');
    await page.getByRole('button', { name: 'Preview alert rule condition' }).click();
    expect((await asked).postDataJSON().data[0].model).toMatchObject({ metrics: ['calls'], format: 'single' });
    await expect(page.getByText(/^(Normal|Firing)$/).first()).toBeVisible();
  });

  test('the rule of a carrier in trouble fires when the simulator has it, and ends with it', async ({
    page,
    request,
  }, testInfo) => {
    test.setTimeout(900_000);
    const group = { folder: 'switchboard-e2e', name: 'switchboard-e2e' };
    const rule = await hastyRule(request, group);
    const state = async () => (await rules(request)).find(({ uid }) => uid === rule)?.state;
    try {
      await expect.poll(state, { timeout: 60_000 }).toBe('inactive');
      rehearse('carrier-outage', 2);
      await expect.poll(state, { timeout: 240_000, intervals: [2_000] }).toBe('firing');
      const fired = (await rules(request)).find(({ uid }) => uid === rule)?.alerts ?? [];
      expect(fired.filter((alert) => alert.state === 'Alerting').map(({ labels }) => labels.trunk)).toEqual([
        'trunk-north',
      ]);
      expect(fired[0]?.annotations.summary).toMatch(/^Only \d+ % of the calls over trunk-north reach the other side$/);
      await page.goto(`/alerting/grafana/${rule}/view`);
      await expect(page.getByText('Firing').first()).toBeVisible();
      await testInfo.attach('firing', { body: await page.screenshot(), contentType: 'image/png' });
      await expect.poll(state, { timeout: 420_000, intervals: [2_000] }).toBe('inactive');
    } finally {
      await request.delete(`/api/v1/provisioning/alert-rules/${rule}`, { headers: { 'x-disable-provenance': 'true' } });
      await request.delete(`/api/folders/${group.folder}?forceDeleteRules=true`);
    }
  });
});

/** The provisioned rule once more, with less patience: the last two minutes, every ten seconds. */
async function hastyRule(request: APIRequestContext, group: { folder: string; name: string }): Promise<string> {
  const answer = await request.get('/api/v1/provisioning/alert-rules/switchboard-carrier-trouble');
  const provisioned = (await answer.json()) as ProvisionedRule;
  const uid = 'switchboard-e2e-carrier';
  const data = provisioned.data.map((query) => ({
    ...query,
    relativeTimeRange: { from: 120, to: 0 },
    model: 'minDenominator' in query.model ? { ...query.model, minDenominator: 10 } : query.model,
  }));
  await request.post('/api/folders', { data: { uid: group.folder, title: group.name } });
  const headers = { 'x-disable-provenance': 'true' };
  const made = await request.post('/api/v1/provisioning/alert-rules', {
    headers,
    data: {
      ...provisioned,
      id: undefined,
      uid,
      data,
      for: '10s',
      title: 'A carrier, hastily',
      folderUID: group.folder,
      ruleGroup: group.name,
    },
  });
  expect(made.status(), await made.text()).toBe(201);
  const paced = await request.put(`/api/v1/provisioning/folder/${group.folder}/rule-groups/${group.name}`, {
    headers,
    data: {
      ...((await (
        await request.get(`/api/v1/provisioning/folder/${group.folder}/rule-groups/${group.name}`)
      ).json()) as object),
      interval: 10,
    },
  });
  expect(paced.status(), await paced.text()).toBe(200);
  return uid;
}
