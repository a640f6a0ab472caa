import { Module } from '@nestjs/common';
import { CatalogueController } from './catalogue.controller.js';
import { DimensionValuesController } from './dimension-values.controller.js';
import { DimensionValuesService } from './dimension-values.service.js';
import { QueryController } from './query.controller.js';
import { QueryService } from './query.service.js';

@Module({
  controllers: [QueryController, CatalogueController, DimensionValuesController],
  providers: [QueryService, DimensionValuesService],
})
export class QueryModule {}
