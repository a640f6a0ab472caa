import type { Builder } from '@grafana/grafana-foundation-sdk/cog';
import type { DynamicConfigValue, Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import { type Colours, overridesOf } from '../colouring.js';
import { datasource } from '../datasource.js';
import { definitionOf, fixedWindows, unitOf } from '../definition.js';
import { linkToFacts } from '../links.js';
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
export function plan(words: PanelWords, size: { width: number; height: number }, draw: () => AnyBuilder): PanelPlan {
  const { title, asks, note, colours = {} } = words;
  return {
    title,
    width: words.width ?? size.width,
    height: words.height ?? size.height,
    build: (scope) => {
      const { unit, decimals } = unitOf(asks);
      const builder = draw()
        .title(title)
        .description([definitionOf(asks), note].filter((text) => text !== undefined && text !== '').join('\n\n'))
        .datasource(datasource)
        .withTarget({ build: () => targetOf(asks, scope) })
        .unit(unit)
        .decimals(decimals)
        .noValue('–');
      if (asks.window) builder.timeFrom(fixedWindows[asks.window].timeFrom).hideTimeOverride(true);
      for (const [name, colour] of overridesOf(asks, colours)) {
        builder.overrideByName(name, [{ id: 'color', value: { mode: 'fixed', fixedColor: colour } }]);
      }
      return linked(builder, asks).build();
    },
  };
}

/** Each number leads to the facts behind it; that of the span before does not, since its facts lie outside of the range. */
function linked<Drawn extends AnyBuilder>(builder: Drawn, asks: Question): Drawn {
  // A table's rows have no labels: the cell that names the row has the link.
  if (asks.format === 'table' || asks.format === 'facts' || asks.metrics.some(isChosen)) return builder;
  for (const asked of asks.metrics) {
    // A row of states is called like the operator, not like the number.
    if (asks.format === 'states') {
      const link = linkToFacts(idOf(asked), { ...asks, groupBy: ['operator'] });
      if (link) builder.overrideByFieldType('string', [{ id: 'links', value: [link] }]);
      continue;
    }
    const link = linkToFacts(idOf(asked), asks);
    if (link) builder.overrideByName(fieldOf(asked), [{ id: 'links', value: [link] }]);
  }
  return asks.compare ? builder.overrideByRegexp(BEFORE, [{ id: 'links', value: [] }]) : builder;
}
