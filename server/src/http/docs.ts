import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const DESCRIPTION = '/api/v1/openapi.json';

const PAGE = `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Switchboard API</title>
  <link rel="stylesheet" href="/docs/swagger-ui.css">
</head>
<body>
  <div id="swagger-ui"></div>
  <script src="/docs/swagger-ui-bundle.js"></script>
  <script src="/docs/start.js"></script>
</body>
</html>
`;
const START = `SwaggerUIBundle({ url: '${DESCRIPTION}', dom_id: '#swagger-ui', validatorUrl: null });\n`;
const CODE = 'text/javascript; charset=utf-8';
const ASSETS = { 'swagger-ui.css': 'text/css; charset=utf-8', 'swagger-ui-bundle.js': CODE } as const;

/** Serves the description of the interface as JSON, and as a page at /docs that needs nothing from elsewhere. */
export function serveDocs(app: NestFastifyApplication, describe: () => object): void {
  const fastify = app.getHttpAdapter().getInstance();
  let description: string | undefined;
  fastify.get(DESCRIPTION, (_, reply) =>
    reply.type('application/json; charset=utf-8').send((description ??= JSON.stringify(describe()))),
  );
  fastify.get('/docs', (_, reply) => reply.type('text/html; charset=utf-8').send(PAGE));
  fastify.get('/docs/start.js', (_, reply) => reply.type(CODE).send(START));
  for (const [name, type] of Object.entries(ASSETS)) {
    fastify.get(`/docs/${name}`, async (_, reply) => reply.type(type).send(await readFile(join(assets(), name))));
  }
}

/** The page's program comes with @nestjs/swagger, wherever npm put it. */
function assets(): string {
  const require = createRequire(createRequire(import.meta.url).resolve('@nestjs/swagger'));
  return dirname(require.resolve('swagger-ui-dist/package.json'));
}
