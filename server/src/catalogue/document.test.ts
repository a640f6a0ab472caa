import { expect, it } from '@jest/globals';
import { dimensions } from './dimensions.js';
import { metricsMarkdown } from './document.js';
import { metrics } from './metrics.js';

it('tells every metric and dimension', () => {
  const text = metricsMarkdown();
  for (const [id, { name, description }] of Object.entries(metrics)) {
    expect(text).toContain(`### ${name}\n\n${description}\n\n- \`${id}\`\n`);
  }
  for (const id of Object.keys(dimensions)) expect(text).toContain(`| \`${id}\` |`);
  expect(text).toContain('- count of `answered` ÷ count of `decided` × 100\n');
  expect(text).toContain('- sum of `parts` (channel sms)\n');
  expect(text).toContain(
    "- parameters: `threshold`, in seconds, the tenant's setting where missing; `shortAbandon`, in seconds, the tenant's setting where missing\n",
  );
});
