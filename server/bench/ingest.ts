import { Agent, request } from 'node:http';
import { dayRecords } from '../src/demo/day.js';
import type { RecordInput } from '../src/demo/record.js';
import { addDays } from '../src/demo/zone.js';
import { copyAgain } from './copy.js';
import { cpuSeconds } from './processes.js';
import { startBenchService, type BenchService } from './service.js';

/** Ingest over HTTP against COPY of the same rows into bare tables, in one run on one machine. */
const perScenario = Number(process.env['BENCH_RECORDS'] ?? 200_000);
const perRequest = 1_000;

function mixed(records: number): RecordInput[] {
  const made: RecordInput[] = [];
  for (let day = '2026-06-01'; made.length < records; day = addDays(day, 1)) made.push(...dayRecords('bench', day));
  return made.slice(0, records);
}

const channels = ['sms', 'viber', 'email', 'whatsapp', 'push'];

function notifications(records: number): RecordInput[] {
  const start = Date.UTC(2026, 5, 1);
  return Array.from({ length: records }, (_, i) => ({
    kind: 'notification',
    id: `n-${i}`,
    channel: channels[i % channels.length],
    provider: `provider-${i % 3}`,
    campaign: `campaign-${i % 7}`,
    customer: `customer-${i % 5000}`,
    status: i % 9 === 0 ? 'undelivered' : 'delivered',
    createdAt: start + i * 2_000,
    sentAt: start + i * 2_000 + 400,
    deliveredAt: start + i * 2_000 + 2_900,
    parts: 1 + (i % 3),
    cost: { amount: '0.0450', currency: 'USD' },
  }));
}

function bodies(records: readonly RecordInput[]): Buffer[] {
  const parts: Buffer[] = [];
  for (let i = 0; i < records.length; i += perRequest) {
    parts.push(Buffer.from(JSON.stringify({ records: records.slice(i, i + perRequest) })));
  }
  return parts;
}

function post(url: string, agent: Agent, key: string, body: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = {
      authorization: `Bearer ${key}`,
      'content-type': 'application/json',
      'content-length': body.length,
    };
    const sent = request(`${url}/api/v1/records`, { method: 'POST', agent, headers }, (answer) => {
      let text = '';
      answer.on('data', (chunk: Buffer) => (text += chunk.toString()));
      answer.on('end', () => (answer.statusCode === 200 ? resolve() : reject(new Error(text))));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

interface Figures {
  scenario: string;
  rowsPerSecond: number;
  ofCopy: number;
  postgresMicros: number;
  serviceMicros: number;
  generatorMicros: number;
}

async function measure(
  service: BenchService,
  scenario: string,
  records: readonly RecordInput[],
  connections: number,
): Promise<Figures> {
  const tenant = scenario.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  const { ingestKey } = await service.tenant(tenant);
  const queue = bodies(records);
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const cpu = () =>
    [cpuSeconds(service.postgresPid), cpuSeconds(service.servicePid), process.cpuUsage().user / 1e6] as const;
  const before = cpu();
  const started = performance.now();
  const worker = async (): Promise<void> => {
    for (let body = queue.shift(); body; body = queue.shift()) await post(service.url, agent, ingestKey, body);
  };
  await Promise.all(Array.from({ length: connections }, worker));
  const seconds = (performance.now() - started) / 1000;
  const after = cpu();
  agent.destroy();
  const micros = (index: 0 | 1 | 2): number => ((after[index] - before[index]) / records.length) * 1e6;
  const copySeconds = await copyAgain(service.databaseUrl, tenant);
  return {
    scenario,
    rowsPerSecond: records.length / seconds,
    ofCopy: copySeconds / seconds,
    postgresMicros: micros(0),
    serviceMicros: micros(1),
    generatorMicros: micros(2),
  };
}

function print(figures: readonly Figures[]): void {
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  say(`\n${perScenario.toLocaleString('en')} records a scenario, ${perRequest} a request; CPU in µs a record`);
  say('| scenario | records/s | of COPY bare | PostgreSQL | service | generator |');
  say('|---|---|---|---|---|---|');
  for (const one of figures) {
    const cpu = [one.postgresMicros, one.serviceMicros, one.generatorMicros].map((micros) => micros.toFixed(1));
    const rate = Math.round(one.rowsPerSecond).toLocaleString('en');
    say(`| ${one.scenario} | ${rate} | ${one.ofCopy.toFixed(3)} | ${cpu.join(' | ')} |`);
  }
}

const service = await startBenchService();
try {
  // The first requests find cold code and empty tables.
  await measure(service, 'warm-up', mixed(20_000), 1);
  const figures: Figures[] = [];
  for (const connections of [1, 4]) {
    const label = connections === 1 ? '1 connection' : `${connections} connections`;
    figures.push(await measure(service, `notifications, ${label}`, notifications(perScenario), connections));
    figures.push(await measure(service, `all kinds mixed, ${label}`, mixed(perScenario), connections));
  }
  print(figures);
} finally {
  await service.stop();
}
