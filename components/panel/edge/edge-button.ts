import { logoDrawing } from '../../ui/logo-drawing.ts';

const svg = 'http://www.w3.org/2000/svg';

/** The slim tab at the right edge of the page. In plain DOM: it is on every document page, and the panel on few. */
export function createEdgeButton(page: Document, name: string): HTMLButtonElement {
  const button = page.createElement('button');
  button.type = 'button';
  button.className = 'edge-tab';
  button.ariaLabel = name;
  button.title = name;
  button.ariaExpanded = 'false';
  button.append(createLogo(page));
  return button;
}

/** The same as `components/ui/logo.tsx`. */
function createLogo(page: Document): SVGElement {
  const part = (name: string, attributes: Record<string, string>) => {
    const element = page.createElementNS(svg, name);
    for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
    return element;
  };
  const logo = part('svg', { class: 'logo', viewBox: '0 0 16 16', 'aria-hidden': 'true' }) as SVGElement;
  logo.append(
    part('rect', { width: '16', height: '16', rx: '3', fill: 'var(--brand)' }),
    part('path', { d: logoDrawing, fill: 'var(--brand-ink)', 'fill-rule': 'evenodd' }),
  );
  return logo;
}
