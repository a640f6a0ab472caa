import type { Builder } from '@grafana/grafana-foundation-sdk/cog';
import {
  AdHocVariableBuilder,
  CustomVariableBuilder,
  DatasourceVariableBuilder,
  defaultVariableModel,
  QueryVariableBuilder,
  type VariableModel,
  VariableRefresh,
  VariableSort,
  VariableType,
} from '@grafana/grafana-foundation-sdk/dashboard';
import type { DimensionId } from '../../server/src/catalogue/dimensions.js';
import { DATASOURCE_VARIABLE, datasource, PLUGIN_ID, PROVISIONED } from './datasource.js';
import { CUSTOMER_MESSAGES, type Scope } from './question.js';

/** What a board can be narrowed by, in the order it is shown in. */
export type Variable = DimensionVariable | typeof customerMessages | Choice;
interface DimensionVariable {
  readonly dimension: DimensionId;
  readonly label: string;
}

/** One of several texts that panels use in their questions, such as a metric's parameter. */
export interface Choice {
  readonly choice: string;
  readonly label: string;
  /** What can be chosen, the first at first: the text in the question, and what people read. */
  readonly options: readonly [Option, ...Option[]];
}
type Option = readonly [value: string, text: string];

/** Within how many seconds an answer is in time. */
export const threshold: Choice = {
  choice: 'threshold',
  label: 'Answered within',
  options: [
    ['20', '20 s'],
    ['10', '10 s'],
    ['30', '30 s'],
    ['60', '1 min'],
    ['120', '2 min'],
  ],
};

/** Leaves only the dialogues in which the customer wrote. */
export const customerMessages = { isSwitch: true, label: 'There are customer messages' } as const;

/** Name of every board's last variable: any dimension and any of its values, as people and links add them one by one. */
export const ANY_FILTER = 'filters';

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

/** A colon or comma of a text would end it. */
const escaped = (text: string) => text.replaceAll(/[,:]/g, '\\$&');

function oneOf({ choice, label, options }: Choice): Builder<VariableModel> {
  const [[value, text]] = options;
  return new CustomVariableBuilder(choice)
    .label(label)
    .values(options.map(([each, read]) => `${escaped(read)} : ${each}`).join(', '))
    .current({ selected: true, text, value })
    .multi(false)
    .includeAll(false);
}

function adHoc(): Builder<VariableModel> {
  return new AdHocVariableBuilder(ANY_FILTER).label('Further filters').datasource(datasource);
}

function modelOf(variable: Variable): Builder<VariableModel> {
  if ('isSwitch' in variable) return onOff(variable);
  return 'choice' in variable ? oneOf(variable) : ofDimension(variable);
}

/** All variables of a board: which data source first, then what narrows it, and what else anybody may narrow it by. */
export function variablesOf(variables: readonly Variable[]): Builder<VariableModel>[] {
  return [
    new DatasourceVariableBuilder(DATASOURCE_VARIABLE)
      .label('Data source')
      .type(PLUGIN_ID)
      .multi(false)
      .current(PROVISIONED),
    ...variables.map(modelOf),
    adHoc(),
  ];
}

/** How the variables of a board filter its questions. */
export function scopeOf(board: string, variables: readonly Variable[]): Scope {
  const dimensions = variables.flatMap((variable) => ('dimension' in variable ? [variable.dimension] : []));
  return { board, dimensions, ...(variables.includes(customerMessages) && { customerMessages: true as const }) };
}

/** A variable's initial value as the address of a board carries it. */
function initialValue(variable: Variable): readonly [string, string] {
  if ('isSwitch' in variable) return [`var-${CUSTOMER_MESSAGES}`, 'false'];
  if ('choice' in variable) return [`var-${variable.choice}`, variable.options[0][0]];
  return [`var-${variable.dimension}`, ALL];
}

/** The variables' initial values as the address of a board carries them. */
export function initialValues(variables: readonly Variable[]): Readonly<Record<string, string>> {
  return { ...Object.fromEntries(variables.map(initialValue)), [`var-${ANY_FILTER}`]: '' };
}
