import type { Node, Program } from 'oxc-parser';
import { parseSync, visitorKeys } from 'oxc-parser';

/** @returns the syntax tree of a source file. @throws where it cannot be parsed. */
export function syntaxOf(path: string, text: string): Program {
  const { program, errors } = parseSync(path, text);
  if (errors[0]) throw new SyntaxError(`${path}: ${errors[0].message}`);
  return program;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** @returns the nodes right below a node. */
function childrenOf(node: Node): Node[] {
  const fields = new Map<string, unknown>(Object.entries(node));
  return (visitorKeys[node.type] ?? []).flatMap((key) => [fields.get(key)].flat().filter(isNode));
}

/** Yields a node and everything below it, in the order of the source. */
export function* nodesIn(node: Node): Generator<Node> {
  yield node;
  for (const child of childrenOf(node)) yield* nodesIn(child);
}

/** @returns what an expression is, without what only the type checker reads of it. */
export function withoutTypes(node: Node): Node {
  const isTyped =
    node.type === 'TSAsExpression' ||
    node.type === 'TSSatisfiesExpression' ||
    node.type === 'ParenthesizedExpression';
  return isTyped ? withoutTypes(node.expression) : node;
}

/** @returns the text of a literal without substitutions; null for any other expression. */
export function literalText(node: Node | null | undefined): string | null {
  if (!node) return null;
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : null;
  if (node.type !== 'TemplateLiteral' || node.expressions.length > 0) return null;
  return node.quasis[0]?.value.cooked ?? null;
}
