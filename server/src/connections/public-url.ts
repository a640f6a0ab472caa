/** The token of the address by which others reach the service, without a slash at its end; null where nobody said it. */
export const PUBLIC_URL = Symbol('PUBLIC_URL');
