const SHOWN_MS = 4000;

/** RSpace's toasts: anyone on the page may ask for one. The message is HTML, as in RSpace. */
document.addEventListener('show-toast-message', (event) => {
  const { message, variant = 'notice', duration = SHOWN_MS, infinite = false } = event.detail;
  const toast = document.createElement('div');
  toast.className = `rs-toast rs-toast-${variant}`;
  toast.setAttribute('role', 'alert');
  toast.dataset.testId = 'toast-content';

  const text = document.createElement('div');
  text.innerHTML = message;
  const close = document.createElement('button');
  close.type = 'button';
  close.setAttribute('aria-label', 'close');
  close.textContent = '×';
  close.addEventListener('click', () => toast.remove());

  toast.append(text, close);
  document.querySelector('#toast-message')?.prepend(toast);
  if (!infinite) setTimeout(() => toast.remove(), duration);
});

/** Shows a toast of RSpace's own. @param {string} message @param {string} variant @param {number} [duration] */
export function confirmToast(message, variant, duration) {
  document.dispatchEvent(new CustomEvent('show-toast-message', { detail: { message, variant, duration } }));
}
