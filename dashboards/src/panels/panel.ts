import type { Builder } from '@grafana/grafana-foundation-sdk/cog';
import type { DynamicConfigValue, Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import { OTHERS, UNKNOWN } from '../../../server/src/catalogue/dimensions.js';
import { type Colours, overridesOf } from '../colouring.js';
import { datasource } from '../datasource.js';
import { definitionOf, fixedWindows, unitOf } from '../definition.js';
import { type DataLink, linksOfNumber, linksOfUnknown } from '../links.js';
import { fieldOf, idOf, isChosen, type Question, type Scope, targetOf } from '../question.js';
import { BEFORE } from './before.js';

/** A panel before it has its place; its queries take the board's variables. */
export interface PanelPlan {
  readonly title: string;
  /** Columns of the board's 24. */
  readonly width: number;
  /** Rows of about 38 pixels. */
  readonly height: number;
  build(scope: Scope): Panel;
}

/** What every panel says. */
export interface PanelWords {
  readonly title: string;
  readonly asks: Question;
  readonly width?: number;
  readonly height?: number;
  /** Said after the definition, where the title leaves a question open. */
  readonly note?: string;
  readonly colours?: Colours;
}

/** What all of the SDK's panel builders have in common. */
interface AnyBuilder extends Builder<Panel> {
  title(title: string): this;
  description(description: string): this;
  datasource(ref: { type?: string; uid?: string }): this;
  withTarget(target: Builder<ReturnType<typeof targetOf>>): this;
  unit(unit: string): this;
  decimals(decimals: number): this;
  noValue(text: string): this;
  timeFrom(range: string): this;
  hideTimeOverride(hide: boolean): this;
  overrideByName(name: string, properties: DynamicConfigValue[]): this;
  overrideByRegexp(pattern: string, properties: DynamicConfigValue[]): this;
  overrideByFieldType(type: string, properties: DynamicConfigValue[]): this;
}

/** Gives a panel what no panel goes without: words, definition, unit, data source, question, colours, its own window. */
export function plan(
  words: PanelWords,
  size: { width: number; height: number },
  draw: (scope: Scope) => AnyBuilder,
): PanelPlan {
  const { title, asks, note, colours = {} } = words;
  return {
    title,
    width: words.width ?? size.width,
    height: words.height ?? size.height,
    build: (scope) => {
      const { unit, decimals } = unitOf(asks);
      const builder = draw(scope)
        .title(title)
        .description([definitionOf(asks), note].filter((text) => text !== undefined && text !== '').join('\n\n'))
        .datasource(datasource)
        .withTarget({ build: () => targetOf(asks, scope) })
        .unit(unit)
        .decimals(decimals)
        .noValue('–');
      const own = asks.window ? fixedWindows[asks.window].timeFrom : asks.days && `${asks.days}d`;
      if (own) builder.timeFrom(own).hideTimeOverride(true);
      for (const [name, colour] of overridesOf(asks, colours)) {
        builder.overrideByName(name, [{ id: 'color', value: { mode: 'fixed', fixedColor: colour } }]);
      }
      return linked(builder, asks, scope).build();
    },
  };
}

/** The names of what is left over, and of what nobody gave; of money, each with its currency. */
const NAME_OF_OTHERS = `/^${OTHERS}( [A-Z]{3})?$/`;
const NAME_OF_UNKNOWN = `/^${UNKNOWN}( [A-Z]{3})?$/`;

/**
 * Each number leads to the facts behind it, and to its group alone. That of the span before does not, since its facts lie
 * outside of the range, nor does what is left over: no filter says which groups are not shown.
 */
function linked<Drawn extends AnyBuilder>(builder: Drawn, asks: Question, scope: Scope): Drawn {
  // A table's rows have no labels: the cell that names the row has the links.
  if (asks.format === 'table' || asks.format === 'facts' || asks.metrics.some(isChosen)) return builder;
  const links = (value: DataLink[]) => [{ id: 'links', value }];
  // Newer versions of Grafana add the links of an override to those before it, unless they are taken away first.
  const none = { id: 'links', value: null };
  for (const asked of asks.metrics) {
    const own = linksOfNumber(idOf(asked), asks, scope);
    // A row of states is called like the operator, not like the number.
    if (asks.format === 'states') builder.overrideByFieldType('string', links(own));
    else if (own.length > 0) builder.overrideByName(fieldOf(asked), links(own));
  }
  if (asks.groupBy) {
    builder.overrideByRegexp(NAME_OF_UNKNOWN, [none, ...links(linksOfUnknown(idOf(asks.metrics[0]), asks, scope))]);
    builder.overrideByRegexp(NAME_OF_OTHERS, [none]);
  }
  return asks.compare ? builder.overrideByRegexp(BEFORE, [none]) : builder;
}
