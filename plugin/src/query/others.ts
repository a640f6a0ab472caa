/** What the service calls the group of all that a query's top leaves over. It is no value: nothing can be filtered by it. */
export const OTHERS = 'Others';
