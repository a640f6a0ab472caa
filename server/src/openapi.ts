import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import pg from 'pg';
import { AppModule } from './app.module.js';
import { siteOf } from './console/site.js';
import { VERSION } from './version.js';

/** The description of the service's HTTP interface, made from the controllers and their zod schemas. */
export function describeApi(app: NestFastifyApplication): OpenAPIObject {
  const head = new DocumentBuilder()
    .setTitle('Switchboard')
    .setDescription(
      'Contact-centre metrics for Grafana. Errors are RFC 9457 problem details with a `code` and an `errorId`.',
    )
    .setVersion(VERSION)
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'A key: swb_…' })
    .build();
  return SwaggerModule.createDocument(app, head);
}

/** The text of server/openapi.json, without a database: the modules are scanned, not started. */
export async function openApiText(): Promise<string> {
  const site = siteOf({ publicUrl: undefined, grafanaUrl: undefined });
  const module = AppModule.of({ pool: new pg.Pool(), databaseUrl: '', platformKeys: { digests: [] }, site });
  const app = await NestFactory.create<NestFastifyApplication>(module, new FastifyAdapter(), {
    preview: true,
    logger: false,
  });
  return `${JSON.stringify(describeApi(app), null, 2)}\n`;
}
