/**
 * RSpace's SAVE menu: like React's, it is in the page only while it is open.
 * @param {{id: string, text: string, choose: () => void}[]} items
 */
export function openSaveMenu(items) {
  const button = document.querySelector('#saveMenu');
  const layer = document.createElement('div');
  layer.className = 'MuiPopover-root';
  layer.setAttribute('role', 'presentation');
  const menu = document.createElement('ul');
  menu.className = 'MuiMenu-list';
  menu.setAttribute('role', 'menu');
  menu.setAttribute('aria-labelledby', 'saveMenu');
  const { left, bottom } = button.getBoundingClientRect();
  Object.assign(menu.style, { left: `${left}px`, top: `${bottom}px` });
  const close = () => {
    layer.remove();
    button.focus();
  };
  for (const { id, text, choose } of items) {
    const item = document.createElement('li');
    item.id = id;
    item.tabIndex = -1;
    item.setAttribute('role', 'menuitem');
    item.textContent = text;
    const take = () => {
      close();
      choose();
    };
    item.addEventListener('click', take);
    item.addEventListener('keydown', ({ key }) => key === 'Enter' && take());
    menu.append(item);
  }
  layer.append(menu);
  layer.addEventListener('click', ({ target }) => target === layer && close());
  layer.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const all = [...menu.children];
    all.at((all.indexOf(document.activeElement) + step) % all.length)?.focus();
  });
  document.body.append(layer);
  menu.firstElementChild?.focus();
}
