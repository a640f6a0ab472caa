/** What is used of @grafana/data, as test/environment.cjs has read it. */
export const {
  applyFieldOverrides,
  createDataFrame,
  createTheme,
  FieldConfigOptionsRegistry,
  FieldType,
  formattedValueToString,
  getDisplayProcessor,
  getFieldDisplayName,
  getFieldSeriesColor,
} = globalThis.grafanaData;
