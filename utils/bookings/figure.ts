/**
 * @returns the first figure in a text such as `12.50`, `EUR 1,250.00`, `£12` or `1.250,5 €`; NaN where there is none. The
 *   last of two different marks is the decimal one; a comma alone is it too, unless just three digits follow.
 */
export function figureIn(text: string): number {
  const figure = /-?\d(?:[\d.,'’\s]*\d)?/.exec(text)?.[0].replace(/['’\s]/g, '');
  if (!figure) return Number.NaN;
  const [point, comma] = [figure.lastIndexOf('.'), figure.lastIndexOf(',')];
  const isOnce = (mark: string) => figure.split(mark).length === 2;
  const isThousands = point < 0 && /,\d{3}$/.test(figure);
  const decimal = point > comma ? '.' : ',';
  if (isThousands || !isOnce(decimal)) return Number(figure.replace(/[.,]/g, ''));
  return Number(figure.replaceAll(decimal === '.' ? ',' : '.', '').replace(decimal, '.'));
}
