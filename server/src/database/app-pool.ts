/** The token of the service's pg pool: `@Inject(APP_POOL) pool: pg.Pool`. Its sessions see a tenant only inside withTenant. */
export const APP_POOL = Symbol('APP_POOL');
