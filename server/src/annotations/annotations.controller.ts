import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type Page, pageOf } from '../http/page.js';
import { Caller, Scopes } from '../tenants/caller.js';
import { Annotation, AnnotationInput, AnnotationsQuery } from './annotation.schema.js';
import { AnnotationsService } from './annotations.service.js';

@ApiTags('annotations')
@ApiBearerAuth()
@Controller('api/v1/annotations')
export class AnnotationsController {
  constructor(private readonly annotations: AnnotationsService) {}

  @Get()
  @Scopes('read')
  @ApiOperation({ summary: 'Incidents, releases and turns of the year, the earliest first' })
  @ApiResponse({ status: 200, standardSchema: pageOf(Annotation) })
  list(
    @Caller() caller: Caller,
    @Query({ schema: AnnotationsQuery }) query: AnnotationsQuery,
  ): Promise<Page<Annotation>> {
    return this.annotations.list(caller, query);
  }

  @Post()
  @Scopes('admin')
  @ApiOperation({ summary: 'Adds an annotation' })
  @ApiResponse({ status: 201, standardSchema: Annotation })
  add(@Caller() caller: Caller, @Body({ schema: AnnotationInput }) input: AnnotationInput): Promise<Annotation> {
    return this.annotations.add(caller, input);
  }

  @Delete(':id')
  @HttpCode(204)
  @Scopes('admin')
  @ApiOperation({ summary: 'Deletes an annotation' })
  @ApiResponse({ status: 204 })
  remove(@Caller() caller: Caller, @Param('id') id: string): Promise<void> {
    return this.annotations.remove(caller, id);
  }
}
