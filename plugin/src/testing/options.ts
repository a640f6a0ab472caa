import type { Options } from '../config/edit';
import type { SwitchboardSettings } from '../settings';

/** A data source's settings as Grafana hands them to the configuration page. */
export function options(jsonData: SwitchboardSettings = {}): Options {
  return {
    id: 1,
    uid: 'switchboard',
    orgId: 1,
    name: 'Switchboard',
    type: 'switchboard-contactcenter-datasource',
    typeLogoUrl: '',
    typeName: 'Switchboard',
    access: 'proxy',
    url: '',
    user: '',
    database: '',
    basicAuth: false,
    basicAuthUser: '',
    isDefault: false,
    readOnly: false,
    withCredentials: false,
    secureJsonFields: {},
    jsonData,
  };
}
