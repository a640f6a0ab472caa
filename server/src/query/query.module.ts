import { Module } from '@nestjs/common';
import { CatalogueController } from './catalogue.controller.js';
import { DimensionValuesController } from './dimension-values.controller.js';
import { DimensionValuesService } from './dimension-values.service.js';
import { QueryController } from './query.controller.js';
import { QueryService } from './query.service.js';
import { SearchController } from './search.controller.js';
import { SearchService } from './search.service.js';

@Module({
  controllers: [QueryController, CatalogueController, DimensionValuesController, SearchController],
  providers: [QueryService, DimensionValuesService, SearchService],
})
export class QueryModule {}
