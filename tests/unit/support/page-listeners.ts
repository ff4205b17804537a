/** Every listener on what stands in a page, by the source, and whether it lets nothing happen that the page makes up. */
import type { ArrowFunctionExpression, Expression, Function as Fn, Node, Statement } from 'oxc-parser';
import { literalText, nodesIn, syntaxOf } from './syntax.ts';

export interface PageListener {
  /** Of what, and for which event: `div KeyDown`, `button pointerdown`. */
  name: string;
  /** Whether the first thing it does is to ask whether a person has made the event. */
  asksFirst: boolean;
}

type Handler = ArrowFunctionExpression | Fn;

/** @returns the operands of `a && b && c`, in their order. */
function operandsOf(node: Expression, operator: '&&' | '||'): Expression[] {
  if (node.type !== 'LogicalExpression' || node.operator !== operator) return [node];
  return [...operandsOf(node.left, operator), node.right];
}

const isTrusted = (node: Expression | undefined, event: string): boolean =>
  node?.type === 'MemberExpression' &&
  node.object.type === 'Identifier' &&
  node.object.name === event &&
  node.property.type === 'Identifier' &&
  node.property.name === 'isTrusted';

const isNotTrusted = (node: Expression | undefined, event: string): boolean =>
  node?.type === 'UnaryExpression' && node.operator === '!' && isTrusted(node.argument, event);

const isBareReturn = (node: Statement): boolean => {
  const [only, ...others] = node.type === 'BlockStatement' ? node.body : [node];
  return only?.type === 'ReturnStatement' && only.argument === null && others.length === 0;
};

/**
 * A listener begins with `if (!event.isTrusted) return`, or is one `if (event.isTrusted)`, where more conditions may
 * follow: before either, nothing can have happened.
 */
function asksFirst({ params, body }: Handler): boolean {
  const [event] = params;
  if (event?.type !== 'Identifier' || body?.type !== 'BlockStatement') return false;
  const [first, ...others] = body.body;
  if (first?.type !== 'IfStatement' || first.alternate) return false;
  if (isNotTrusted(operandsOf(first.test, '||')[0], event.name)) return isBareReturn(first.consequent);
  return others.length === 0 && isTrusted(operandsOf(first.test, '&&')[0], event.name);
}

/** @returns the function that is given as a listener, also where it has a name in the same file. */
function handlerOf(given: Node | null | undefined, all: readonly Node[]): Handler | null {
  if (given?.type === 'ArrowFunctionExpression' || given?.type === 'FunctionExpression') return given;
  if (given?.type !== 'Identifier') return null;
  const named = all.flatMap((node) => {
    if (node.type === 'FunctionDeclaration') return node.id?.name === given.name ? [node] : [];
    if (node.type !== 'VariableDeclarator' || node.id.type !== 'Identifier') return [];
    return node.id.name === given.name ? [handlerOf(node.init, [])] : [];
  });
  // Of two with the same name, nobody knows here which one is meant.
  return named.length === 1 ? (named[0] ?? null) : null;
}

/** @returns the listeners that a file places on elements: in JSX, by `addEventListener`, or as `element.onclick`. */
export function pageListeners(path: string, text: string): PageListener[] {
  const all = [...nodesIn(syntaxOf(path, text))];
  const source = ({ start, end }: Node) => text.slice(start, end);
  const listener = (name: string, given: Node | null | undefined): PageListener => {
    const handler = handlerOf(given, all);
    return { name, asksFirst: handler !== null && asksFirst(handler) };
  };
  return all.flatMap((node) => {
    if (node.type === 'JSXOpeningElement') {
      const tag = source(node.name);
      // A component's own listener stands where the component is written.
      if (node.name.type !== 'JSXIdentifier' || !/^[a-z]/.test(tag)) return [];
      return node.attributes.flatMap((attribute) => {
        if (attribute.type === 'JSXSpreadAttribute') return [{ name: `${tag} …`, asksFirst: false }];
        const event = /^on([A-Z]\w*)$/.exec(source(attribute.name))?.[1];
        if (event === undefined) return [];
        const { value } = attribute;
        return [
          listener(`${tag} ${event}`, value?.type === 'JSXExpressionContainer' ? value.expression : null),
        ];
      });
    }
    if (node.type === 'AssignmentExpression' && node.left.type === 'MemberExpression') {
      const event = /^on([a-z]+)$/.exec(source(node.left.property))?.[1];
      return event === undefined ? [] : [listener(`${source(node.left.object)} ${event}`, node.right)];
    }
    if (node.type !== 'CallExpression' || !/(^|\.)addEventListener$/.test(source(node.callee))) return [];
    const [event, given] = node.arguments;
    const target = node.callee.type === 'MemberExpression' ? source(node.callee.object) : 'window';
    const type = literalText(event) ?? (event ? source(event) : '');
    // An AbortSignal is nobody's but ours.
    return type === 'abort' ? [] : [listener(`${target} ${type}`, given)];
  });
}
