/** As PostgreSQL prints a UUID of any version: for regular expressions that hold more. */
export const UUID_PATTERN = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

/** A UUID and nothing else. */
export const UUID = new RegExp(`^${UUID_PATTERN}$`);
