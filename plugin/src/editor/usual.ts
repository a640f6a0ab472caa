/** How many records, and operators with their states, the service shows where a query does not say. */
export const USUAL_RECORDS = 100;
export const USUAL_OPERATORS = 50;
