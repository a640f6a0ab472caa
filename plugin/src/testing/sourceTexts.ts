import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** A text of the source: what Grafana shows in English, and what the files of the other languages translate. */
export interface SourceText {
  key: string;
  /** The English of each plural form by its name; "" where the text has no forms. */
  forms: Record<string, string>;
  /** File and line. */
  place: string;
}

const PLURAL = /^defaultValue_(\w+)$/;

/** Every t() call and <Trans> of a file. Throws where a key or a text is not written out, since nobody could collect it. */
export function sourceTexts(path: string): SourceText[] {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: SourceText[] = [];
  const visit = (node: ts.Node): void => {
    const text = textOf(node);
    if (text) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart());
      found.push({ ...text, place: `${path}:${line + 1}` });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function textOf(node: ts.Node): Omit<SourceText, 'place'> | undefined {
  if (ts.isCallExpression(node) && node.expression.getText() === 't') {
    const [key, text, options] = node.arguments;
    return { key: written(key, node), forms: pluralForms(options) ?? { '': written(text, node) } };
  }
  if (!ts.isJsxElement(node) || node.openingElement.tagName.getText() !== 'Trans') return undefined;
  const { attributes } = node.openingElement;
  const key = initializer(attribute(attributes, 'i18nKey'));
  const options = initializer(attribute(attributes, 'tOptions'));
  return { key: written(key, node), forms: pluralForms(options) ?? { '': node.children.map(childText).join('') } };
}

function pluralForms(options: ts.Expression | undefined): Record<string, string> | undefined {
  if (!options || !ts.isObjectLiteralExpression(options)) return undefined;
  const forms = options.properties.flatMap((property) => {
    const [, name] = PLURAL.exec(property.name?.getText() ?? '') ?? [];
    return name && ts.isPropertyAssignment(property) ? [[name, written(property.initializer, options)] as const] : [];
  });
  return forms.length > 0 ? Object.fromEntries(forms) : undefined;
}

function attribute(attributes: ts.JsxAttributes, name: string): ts.JsxAttribute | undefined {
  return attributes.properties
    .filter((property) => ts.isJsxAttribute(property))
    .find((property) => property.name.getText() === name);
}

function initializer(of: ts.JsxAttribute | undefined): ts.Expression | undefined {
  return of?.initializer && ts.isJsxExpression(of.initializer) ? of.initializer.expression : of?.initializer;
}

/** As react-i18next writes children: elements by their place, values by their name. */
function childText(child: ts.JsxChild, index: number): string {
  if (ts.isJsxText(child)) return lines(child.text);
  if (ts.isJsxElement(child)) return `<${index}>${child.children.map(childText).join('')}</${index}>`;
  const value = ts.isJsxExpression(child) ? child.expression : undefined;
  if (value && ts.isStringLiteral(value)) return value.text;
  if (value && ts.isObjectLiteralExpression(value)) return `{{${value.properties[0]?.name?.getText()}}}`;
  throw new Error(`Not a text that can be translated: ${child.getText()}`);
}

/** White space around line breaks is layout, the rest is text. */
function lines(text: string): string {
  return text.replace(/^\s*\n\s*|\s*\n\s*$/g, '').replace(/\s*\n\s*/g, ' ');
}

function written(node: ts.Expression | undefined, within: ts.Node): string {
  if (node && ts.isStringLiteralLike(node)) return node.text;
  throw new Error(`Write out the key and the text of ${within.getText()}`);
}
