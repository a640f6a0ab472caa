/** The query editor without what Grafana puts around it, and without the arrow of its MultiCombobox, which says what it is not. */
export const QUERY_EDITOR = {
  include: 'div:has(> div > #options-A)',
  exclude: '[id^="downshift-"][id$="-toggle-button"]',
};
