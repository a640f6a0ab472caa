import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Sessions } from '../console/sessions.js';
import { SITE, type Site } from '../console/site.js';
import { ApiKeyEntity } from './api-key.entity.js';
import { KeyGuard } from './key.guard.js';
import { KeyRing } from './key-ring.js';
import { KeysController } from './keys.controller.js';
import { KeysService } from './keys.service.js';
import { PLATFORM_KEYS, type PlatformKeys } from './platform-key.js';
import { SettingsController } from './settings.controller.js';
import { TenantEntity } from './tenant.entity.js';
import { TenantsController } from './tenants.controller.js';
import { TenantsService } from './tenants.service.js';
import { WhoamiController } from './whoami.controller.js';
import { WhoamiService } from './whoami.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([TenantEntity, ApiKeyEntity])],
  controllers: [TenantsController, KeysController, SettingsController, WhoamiController],
  providers: [
    KeyRing,
    Sessions,
    TenantsService,
    KeysService,
    WhoamiService,
    { provide: APP_GUARD, useClass: KeyGuard },
  ],
  exports: [KeyRing, Sessions, WhoamiService],
})
export class TenantsModule {
  static of(platformKeys: PlatformKeys, site: Site): DynamicModule {
    const providers = [
      { provide: PLATFORM_KEYS, useValue: platformKeys },
      { provide: SITE, useValue: site },
    ];
    return { module: TenantsModule, global: true, providers, exports: [SITE] };
  }
}
