import { StandardSchemaValidationPipe } from '@nestjs/common';
import { Problem } from '../errors.js';

/** Each wrong field by its name, as in the answer's `errors`. */
export interface FieldError {
  /** The path of the field, such as "scopes.0"; empty for the whole body. */
  field: string;
  message: string;
}

const MOST_ERRORS = 20;
/** What zod says where there is nothing at all. */
const NOTHING = 'Invalid input: expected object, received undefined';
const NO_BODY = 'A body is needed: JSON, with the header content-type: application/json.';

type Issues = Parameters<
  NonNullable<ConstructorParameters<typeof StandardSchemaValidationPipe>[0]>['exceptionFactory'] & {}
>[0];

/** The service's one pipe: values are checked against the zod schema given to @Body, @Query or @Param. */
export function createValidationPipe(): StandardSchemaValidationPipe {
  return new StandardSchemaValidationPipe({ exceptionFactory: invalidRequest });
}

/** The problem that names the wrong fields. */
export function invalidRequest(issues: Issues): Problem {
  const errors = issues.slice(0, MOST_ERRORS).map(({ path, message }): FieldError => {
    const segments = (path ?? []).map((segment) => String(typeof segment === 'object' ? segment.key : segment));
    return { field: segments.join('.'), message: segments.length === 0 && message === NOTHING ? NO_BODY : message };
  });
  const [first] = errors;
  const detail = first === undefined ? undefined : [first.field, first.message].filter(Boolean).join(': ');
  return new Problem('invalid_request', detail, { errors });
}
