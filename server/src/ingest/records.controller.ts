import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiConsumes, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../errors.js';
import { isNdjson, type NdjsonLine } from '../http/body.js';
import { invalidRequest } from '../http/validation.js';
import { Caller, Scopes } from '../tenants/caller.js';
import { Intake, Unreadable, type IntakeAnswer } from './intake.js';
import { MOST_RECORDS, RecordsAnswer, RecordsBody, recordsJsonSchema } from './records.schema.js';

@ApiTags('records')
@ApiBearerAuth()
@Controller('api/v1/records')
export class RecordsController {
  constructor(private readonly intake: Intake) {}

  @Post()
  @HttpCode(200)
  @Scopes('ingest')
  @ApiOperation({ summary: 'Takes records in; answers once everything it says is on disk' })
  @ApiConsumes('application/json', 'application/x-ndjson')
  @ApiBody({ schema: recordsJsonSchema() })
  @ApiResponse({ status: 200, standardSchema: RecordsAnswer })
  take(@Caller() caller: Caller, @Body() body: unknown, @Req() request: FastifyRequest): Promise<IntakeAnswer> {
    const records = isNdjson(request) ? fromLines(body as NdjsonLine[]) : fromBody(body);
    return this.intake.accept({ tenant: caller.tenant, source: caller.source, records });
  }
}

function fromLines(lines: readonly NdjsonLine[]): unknown[] {
  return lines.map((line) =>
    'error' in line ? new Unreadable(line.text, 'invalid_json', `Line ${line.line}: ${line.error}`) : line.value,
  );
}

/** @throws Problem when the body as a whole is not a list of records */
function fromBody(body: unknown): unknown[] {
  const parsed = RecordsBody.safeParse(body);
  if (!parsed.success) throw invalidRequest(parsed.error.issues);
  const { records } = parsed.data;
  if (records.length > MOST_RECORDS) {
    throw new Problem('body_too_large', `records has ${records.length} items; ${MOST_RECORDS} are the most.`);
  }
  return records;
}
