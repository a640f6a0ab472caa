import { type DataSourceInstanceSettings, type DataSourcePluginMeta, PluginType } from '@grafana/data';
import type { Catalogue } from '../catalogue/catalogue';
import { SwitchboardDataSource } from '../datasource';
import type { Templates } from '../query/expand';
import type { SwitchboardSettings } from '../settings';
import { catalogue } from './catalogue';
import { fakeTemplates } from './templates';

const meta: DataSourcePluginMeta = {
  id: 'switchboard-contactcenter-datasource',
  name: 'Switchboard',
  type: PluginType.datasource,
  module: '',
  baseUrl: '',
  info: {
    author: { name: 'Switchboard' },
    description: '',
    links: [],
    logos: { small: '', large: '' },
    screenshots: [],
    updated: '',
    version: '',
  },
};

const settings: DataSourceInstanceSettings<SwitchboardSettings> = {
  ...{
    id: 1,
    uid: 'switchboard',
    type: meta.id,
    name: 'Switchboard',
    meta,
    access: 'proxy',
    readOnly: false,
    jsonData: {},
  },
};

const VALUES = { values: [{ value: 'busy', label: 'Busy' }] };

/** What the backend answers to a resource call: the path, then its parameters. */
export type Resources = jest.Mock<Promise<unknown>, [path: string, parameters?: Record<string, unknown>]>;

/** Answers as the service would for a catalogue: the small one, or another. */
export function resources(told: Catalogue = catalogue): Resources {
  return jest.fn((path: string) => Promise.resolve(path === 'catalogue' ? told : VALUES));
}

/** The data source with its resource calls replaced. */
export function testSource(
  answers: Resources = resources(),
  templates: Templates = fakeTemplates({}),
): SwitchboardDataSource {
  const source = new SwitchboardDataSource(settings, templates);
  jest.spyOn(source, 'getResource').mockImplementation((path, parameters) => answers(path, parameters));
  return source;
}
