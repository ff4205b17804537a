/**
 * RSpace's modal question or message. The text is plain here.
 * @param {string} text
 * @param {{ok?: string, cancel?: string}} [labels] with `cancel` it is a question
 * @returns {Promise<boolean>} whether OK was pressed
 */
export function apprise(text, labels = {}) {
  return new Promise((resolve) => {
    const overlay = document.createElement('div');
    overlay.className = 'apprise-overlay';
    const box = document.createElement('div');
    box.className = 'apprise';
    box.setAttribute('role', 'alertdialog');
    box.setAttribute('aria-modal', 'true');

    const message = document.createElement('p');
    message.className = 'apprise-content';
    message.textContent = text;
    box.append(message);

    const close = (answer) => {
      overlay.remove();
      box.remove();
      resolve(answer);
    };
    box.append(button(labels.ok ?? 'OK', 'btn btn-primary', () => close(true)));
    if (labels.cancel !== undefined) box.append(button(labels.cancel, 'btn', () => close(false)));
    document.body.append(overlay, box);
    box.querySelector('button')?.focus();
  });
}

/** Covers the page while `work` runs, as RSpace's blockPage does. @template T @param {string} text @param {Promise<T>} work */
export async function blockPageDuring(text, work) {
  const block = document.createElement('div');
  block.className = 'blockUI';
  block.textContent = text;
  document.body.append(block);
  try {
    return await work;
  } finally {
    block.remove();
  }
}

/** @param {string} label @param {string} className @param {() => void} onClick */
function button(label, className, onClick) {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = className;
  element.textContent = label;
  element.addEventListener('click', onClick);
  return element;
}
