import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';

/** What GET /metrics shows; every module of the service registers its counters here. */
export const metrics = new Registry();

collectDefaultMetrics({ register: metrics });

export const requestSeconds = new Histogram({
  name: 'http_request_duration_seconds',
  help: 'Time from the request line to the end of the answer, by route and status.',
  labelNames: ['method', 'route', 'status'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  registers: [metrics],
});

export const problems = new Counter({
  name: 'http_problems_total',
  help: 'Answers that were an error, by its code.',
  labelNames: ['code'],
  registers: [metrics],
});
