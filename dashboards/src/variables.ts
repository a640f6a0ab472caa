import type { Builder } from '@grafana/grafana-foundation-sdk/cog';
import {
  DatasourceVariableBuilder,
  defaultVariableModel,
  QueryVariableBuilder,
  type VariableModel,
  VariableRefresh,
  VariableSort,
  VariableType,
} from '@grafana/grafana-foundation-sdk/dashboard';
import type { DimensionId } from '../../server/src/catalogue/dimensions.js';
import { DATASOURCE_VARIABLE, datasource, PLUGIN_ID } from './datasource.js';
import { CUSTOMER_MESSAGES, type Scope } from './question.js';

/** What a board can be narrowed by, in the order it is shown in. */
export type Variable = DimensionVariable | typeof customerMessages;
interface DimensionVariable {
  readonly dimension: DimensionId;
  readonly label: string;
}

/** Leaves only the dialogues in which the customer wrote. */
export const customerMessages = { isSwitch: true, label: 'There are customer messages' } as const;

const ALL = '$__all';

/** The values of a dimension, any number of them; All filters nothing. */
function ofDimension({ dimension, label }: DimensionVariable): Builder<VariableModel> {
  return new QueryVariableBuilder(dimension)
    .label(label)
    .datasource(datasource)
    .query({ refId: dimension, dimension })
    .multi(true)
    .includeAll(true)
    .current({ selected: true, text: ['All'], value: [ALL] })
    .refresh(VariableRefresh.OnDashboardLoad)
    .sort(VariableSort.Disabled);
}

function onOff({ label }: typeof customerMessages): Builder<VariableModel> {
  const off = { selected: true, text: 'false', value: 'false' };
  // The first option is the one that is on.
  const options = [{ selected: false, text: 'true', value: 'true' }, off];
  const model = {
    ...defaultVariableModel(),
    type: VariableType.Switch,
    name: CUSTOMER_MESSAGES,
    label,
    current: off,
    options,
  };
  return { build: () => model };
}

/** All variables of a board: which data source first, then what narrows it. */
export function variablesOf(variables: readonly Variable[]): Builder<VariableModel>[] {
  return [
    new DatasourceVariableBuilder(DATASOURCE_VARIABLE).label('Data source').type(PLUGIN_ID).multi(false),
    ...variables.map((variable) => ('isSwitch' in variable ? onOff(variable) : ofDimension(variable))),
  ];
}

/** How the variables filter the board's questions. */
export function scopeOf(variables: readonly Variable[]): Scope {
  const dimensions = variables.flatMap((variable) => ('dimension' in variable ? [variable.dimension] : []));
  return { dimensions, ...(variables.includes(customerMessages) && { customerMessages: true as const }) };
}

/** The variables' initial values as the address of a board carries them. */
export function initialValues(variables: readonly Variable[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    variables.map((variable) =>
      'isSwitch' in variable ? [`var-${CUSTOMER_MESSAGES}`, 'false'] : [`var-${variable.dimension}`, ALL],
    ),
  );
}
