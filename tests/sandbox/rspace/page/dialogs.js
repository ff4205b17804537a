/**
 * RSpace's modal question or message. The text is plain here. Its elements stand in the page, hidden, at all times.
 * @param {string} text
 * @param {{ok?: string, cancel?: string}} [labels] with `cancel` it is a question
 * @returns {Promise<boolean>} whether OK was pressed
 */
export function apprise(text, labels = {}) {
  const overlay = document.querySelector('.apprise-overlay');
  const box = document.querySelector('.apprise');
  const show = (display) => {
    overlay.style.display = display;
    box.style.display = display;
  };
  return new Promise((resolve) => {
    const message = document.createElement('p');
    message.className = 'apprise-content';
    message.textContent = text;
    const close = (answer) => {
      show('none');
      box.replaceChildren();
      resolve(answer);
    };
    box.replaceChildren(
      message,
      button(labels.ok ?? 'OK', 'btn btn-primary', () => close(true)),
    );
    if (labels.cancel !== undefined) box.append(button(labels.cancel, 'btn', () => close(false)));
    show('block');
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
