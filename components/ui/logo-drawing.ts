/** What is drawn dark on the yellow square of `assets/icons/icon-small.svg`, 16 units wide. */
export const logoDrawing = 'M4 1h2v2h4V1h2v2h2v11H2V3h2Zm-1 5v7h10V6Zm4 2h5v4H7ZM4 8h2v1H4Zm0 3h2v1H4Z';
