/** How the service calls the groups that a question leaves over: no value, and no filter says which they are. */
export const OTHERS = 'Others';
