/** The data source plugin that answers the boards. */
export const PLUGIN_ID = 'switchboard-contactcenter-datasource';

/** Boards name their data source by this variable only, so that they work in any Grafana. */
export const DATASOURCE_VARIABLE = 'datasource';

/** The data source that comes with the boards; where there is no such, Grafana takes another of the kind. */
export const PROVISIONED = { selected: true, text: 'Switchboard', value: 'switchboard' } as const;

export const datasource = { type: PLUGIN_ID, uid: `\${${DATASOURCE_VARIABLE}}` } as const;
